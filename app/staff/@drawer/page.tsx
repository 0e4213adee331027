/** Nothing stands over this page. */
export default function NoDrawer() {
  return null;
}
