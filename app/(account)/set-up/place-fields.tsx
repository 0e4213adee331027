import { FormSelectField } from "#components/ui/form-fields.tsx";
import { countries, currencyNames, timeZonesByArea } from "#lib/accounts/places.ts";

interface PlaceField {
  label: string;
  hint?: string;
  /** The line that stands there before anything is chosen. */
  choose: string;
}

export function CountryField({ label, choose, locale }: PlaceField & { locale: string }) {
  return (
    <FormSelectField name="country" autoComplete="country" label={label}>
      <option value="">{choose}</option>
      {countries(locale).map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </FormSelectField>
  );
}

export function CurrencyField({ label, choose, locale }: PlaceField & { locale: string }) {
  return (
    <FormSelectField name="currency" label={label}>
      <option value="">{choose}</option>
      {currencyNames(locale).map(({ code, name }) => (
        <option key={code} value={code}>
          {code} · {name}
        </option>
      ))}
    </FormSelectField>
  );
}

export function TimeZoneField({ label, hint, choose }: PlaceField) {
  return (
    <FormSelectField name="timeZone" label={label} hint={hint}>
      <option value="">{choose}</option>
      {timeZonesByArea().map(({ area, zones }) => (
        <optgroup key={area} label={area}>
          {zones.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </optgroup>
      ))}
    </FormSelectField>
  );
}
