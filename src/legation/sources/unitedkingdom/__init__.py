"""United Kingdom: "Getting help", the page of GOV.UK's travel advice for each destination."""
