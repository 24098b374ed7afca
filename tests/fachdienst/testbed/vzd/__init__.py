"""The directory of practices, people and insurers (VZD-FHIR): invented entries, and the search of insured people."""
