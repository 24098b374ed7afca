#!/usr/bin/env python3
"""Checks the running servers. Ends with "N passed, N failed". Arguments choose tests by a part of their names."""

import sys
import time
import unittest

from checks import directory, federation, fulltext, logins, more_servers, permissions

MODULES = (fulltext, logins, permissions, federation, directory, more_servers)


class Report(unittest.TestResult):
    """One line for each test; what was not run has failed."""

    def __init__(self):
        super().__init__()
        self.passed = self.failed = 0

    def startTest(self, test):
        super().startTest(test)
        self.begin, self.troubles = time.monotonic(), []

    def addError(self, test, err):
        super().addError(test, err)
        self.trouble(test, self.errors[-1][1])

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.trouble(test, self.failures[-1][1])

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            self.trouble(subtest, "".join((self.failures + self.errors)[-1][1]))

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.trouble(test, f"not run: {reason}")

    def trouble(self, test, text):
        if isinstance(test, unittest.TestCase):
            self.troubles.append(text)
        else:  # a class that could not be set up
            self.failed += 1
            print(f"FAILED {test}\n{text}", flush=True)

    def stopTest(self, test):
        super().stopTest(test)
        self.passed += not self.troubles
        self.failed += bool(self.troubles)
        name = test.id().split(".")[-1].removeprefix("test_").replace("_", " ")
        result = "FAILED" if self.troubles else "passed"
        print(f"{result} {name} ({time.monotonic() - self.begin:.1f} s)", *self.troubles, sep="\n", flush=True)


def chosen(suite: unittest.TestSuite, words: list[str]):
    for each in suite:
        if isinstance(each, unittest.TestSuite):
            yield from chosen(each, words)
        elif not words or any(word in each.id() for word in words):
            yield each


def main() -> int:
    loader = unittest.defaultTestLoader
    every = unittest.TestSuite(loader.loadTestsFromModule(module) for module in MODULES)
    report = Report()
    unittest.TestSuite(chosen(every, sys.argv[1:])).run(report)
    print(f"{report.passed} passed, {report.failed} failed")
    return 1 if report.failed or not report.passed else 0


if __name__ == "__main__":
    sys.exit(main())
