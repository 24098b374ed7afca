"""A search as FHIR describes it: which resources match, and which linked ones come along.

As strict as the HOWTO: what a client must send is demanded, and what is not documented is refused.
"""

from collections.abc import Callable
from dataclasses import dataclass

from testbed.vzd import fulltext
from testbed.vzd.index import LINKS, Index
from testbed.vzd.model import FOR_INSURED
from testbed.vzd.outcome import Refused
from testbed.vzd.parameters import EVERYWHERE, OF_TYPE
from testbed.vzd.resources import GEMATIK

# Only active entries may be shown, so every search has to say so.
DEMANDED = {"HealthcareService": "organization.active", "PractitionerRole": "practitioner.active", "Endpoint": "status"}
ACTIVE = {"HealthcareService": "true", "PractitionerRole": "true", "Endpoint": "active"}
RESULT_PARAMETERS = {"_count", "_include", "_revinclude", "_summary", "_complexSearch", "_format", "_pretty"}

# Of the professions that gematik maps to the tag fdv-relevant, those that its example query names.
MAPPED = FOR_INSURED & {f"1.2.276.0.76.4.{last}" for last in (50, 51, 52, 53, 54, 245, 246, 247, 255, 256, 257)}

Test = Callable[[dict], bool]


@dataclass
class Found:
    matches: list[dict]
    included: list[dict]
    total: int
    filtered: int  # hits that are hidden from insured people


class Search:
    """One request. `insured` leaves out what is hidden from insured people."""

    def __init__(self, index: Index, kind: str, query: list[tuple[str, str]], *, insured: bool):
        self.index = index
        self.kind = kind
        self.query = query
        self.insured = insured
        if (DEMANDED[kind], ACTIVE[kind]) not in query:
            raise Refused(400, f"{DEMANDED[kind]}={ACTIVE[kind]} is required", "required")

    def run(self) -> Found:
        texts, filters = [], []
        for name, value in self.query:
            if name.split(":")[0] == "_text":
                texts.append(self._full_text(name, value))
            elif name not in RESULT_PARAMETERS:
                filters.append(self._filter(name, value))
        candidates = [resource for resource in self.index.of_type(self.kind) if all(test(resource) for test in texts)]
        all_matches = [resource for resource in candidates if all(test(resource, False) for test in filters)]
        visible = filter(self._visible, all_matches)
        matches = [resource for resource in visible if all(test(resource, self.insured) for test in filters)]
        return Found(
            matches=matches,
            included=self._included(matches),
            # As in the field: with a full-text search `total` counts its hits, whatever else is filtered.
            total=sum(map(self._visible, candidates)) if texts else len(matches),
            filtered=len(all_matches) - len(matches),
        )

    def value(self, name: str) -> str | None:
        return next((value for each, value in self.query if each == name), None)

    def _visible(self, resource: dict) -> bool:
        return not (self.insured and self.index.hidden(resource))

    def _full_text(self, name: str, value: str) -> Test:
        if name == "_text:contains":
            query = fulltext.contains(value)
        elif name != "_text":
            raise Refused(400, f"HAPI-0496: Invalid modifier for parameter {name}")
        else:
            query = (fulltext.complex_ if self.value("_complexSearch") == "true" else fulltext.simple)(value)
        return lambda resource: query(self.index.text(resource))

    def _filter(self, name: str, value: str) -> Callable[[dict, bool], bool]:
        """A test of a resource; its second argument says whether hidden links count as missing."""
        if name.startswith("_has:"):
            return self._reverse(name, value)
        path, _, modifier = name.partition(":")
        link, _, parameter = path.rpartition(".")
        if link and link not in LINKS[self.kind]:
            raise self._unknown(path)
        kind = LINKS[self.kind][link] if link else self.kind
        test = self._any_of(kind, path, parameter, modifier, value)
        if not link:
            return lambda resource, _: test(resource)
        return lambda resource, visible_only: any(
            test(each)
            for each in self.index.linked(resource, link)
            if not (visible_only and self.index.hidden(each))
        )

    def _any_of(self, kind: str, path: str, parameter: str, modifier: str, value: str) -> Test:
        known = (OF_TYPE[kind] | EVERYWHERE).get(parameter)
        if known is None:
            raise self._unknown(path)
        values = value.split(",")
        if path == "organization.type" and self.insured and MAPPED <= set(values):
            known, values = EVERYWHERE["_tag"], [f"{GEMATIK}/CodeSystem/ResourceTag|fdv-relevant"]
        tests = [known.test(path, modifier, each) for each in values]
        return lambda resource: any(test(resource) for test in tests)

    def _reverse(self, name: str, value: str) -> Callable[[dict, bool], bool]:
        """_has:HealthcareService:endpoint:identifier=…"""
        _, kind, link, parameter = (name + ":::").split(":")[:4]
        if kind not in LINKS or LINKS[kind].get(link) != self.kind:
            raise self._unknown(name)
        test = self._any_of(kind, name, parameter, "", value)
        return lambda resource, _: any(test(each) for each in self.index.linking(kind, link, resource))

    def _included(self, matches: list[dict]) -> list[dict]:
        """Each linked resource once, active or not."""
        included = {}
        for name, value in self.query:
            if name not in ("_include", "_revinclude"):
                continue
            for resource in matches:
                for linked in self._links(name, value, resource):
                    if self._visible(linked):
                        included[linked["id"]] = linked
        return list(included.values())

    def _links(self, name: str, value: str, resource: dict) -> list[dict]:
        kind, _, link = value.partition(":")
        if name == "_include" and value in ("*", f"{self.kind}:*"):
            return [linked for each in LINKS[self.kind] for linked in self.index.linked(resource, each)]
        if name == "_include" and kind == self.kind and link in LINKS[kind]:
            return self.index.linked(resource, link)
        if name == "_revinclude" and LINKS.get(kind, {}).get(link) == self.kind:
            return self.index.linking(kind, link, resource)
        raise Refused(400, f"HAPI-0999: Invalid {name} parameter value: {value}")

    def _unknown(self, name: str) -> Refused:
        valid = ", ".join(sorted(OF_TYPE[self.kind] | EVERYWHERE))
        return Refused(
            400,
            f'HAPI-0524: Unknown search parameter "{name}" for resource type "{self.kind}". '
            f"Valid search parameters for this search are: [{valid}]",
        )
