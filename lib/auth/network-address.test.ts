import { expect, test } from "vitest";
import { networkAddress } from "./network-address.ts";

test.each([
  ["203.0.113.9", null, 0, "203.0.113.9"],
  ["::ffff:203.0.113.9", null, 0, "203.0.113.9"],
  ["2001:db8:1:2:3:4:5:6", null, 0, "2001:db8:1:2::/64"],
  ["2001:db8::1", null, 0, "2001:db8:0:0::/64"],
  ["::1", null, 0, "0:0:0:0::/64"],
  ["fe80::1%eth0", null, 0, "fe80:0:0:0::/64"],
  [null, null, 0, "unknown"],
  ["10.0.0.2", "203.0.113.9", 1, "203.0.113.9"],
  ["10.0.0.2", "198.51.100.7, 203.0.113.9", 1, "203.0.113.9"],
  ["10.0.0.2", "1.1.1.1, 198.51.100.7, 10.0.0.1", 2, "198.51.100.7"],
  ["10.0.0.2", "203.0.113.9:51234", 1, "203.0.113.9"],
  ["10.0.0.2", "[2001:db8::1]:443", 1, "2001:db8:0:0::/64"],
  ["10.0.0.2", null, 1, "10.0.0.2"],
  ["10.0.0.2", "rubbish", 1, "unknown"],
] as const)("peer %s, forwarded %s, %d proxies: %s", (peer, forwarded, proxies, address) => {
  expect(networkAddress(peer, forwarded, proxies)).toBe(address);
});

test("what a client writes itself never counts", () => {
  expect(networkAddress("203.0.113.9", "1.2.3.4", 0)).toBe("203.0.113.9");
  expect(networkAddress("10.0.0.2", "1.2.3.4, 203.0.113.9", 1)).toBe("203.0.113.9");
});
