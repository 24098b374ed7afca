"""A real browser without a window, driven through the WebDriver protocol of chromedriver."""

import json
import pathlib
import shutil
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

FLAGS = [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
# The loopback servers must not be asked for through a proxy of the environment.
_open = urllib.request.build_opener(urllib.request.ProxyHandler({})).open


class Browser:
    """Use with `with`: the browser, its driver and its profile go away at the end."""

    def __enter__(self):
        self.folder = tempfile.mkdtemp()
        self.log = open(pathlib.Path(self.folder, "driver.log"), "w+", encoding="utf-8")
        self.driver = subprocess.Popen(["chromedriver", "--port=0"], stdout=self.log, stderr=subprocess.STDOUT)
        self.session = None
        try:
            self.base = f"http://127.0.0.1:{self._port()}"
            arguments = [*FLAGS, "--no-proxy-server", f"--user-data-dir={self.folder}/profile"]
            options = {"goog:chromeOptions": {"args": arguments}}
            answer = self._call("POST", "/session", {"capabilities": {"alwaysMatch": options}})
            self.session = f"/session/{answer['sessionId']}"
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        if self.session:
            try:
                self._call("DELETE", self.session)
            except (OSError, RuntimeError):
                pass  # the driver takes the browser with it when it ends
        self.driver.terminate()
        self.driver.wait(10)
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _port(self, limit=20):
        end = time.monotonic() + limit
        while time.monotonic() < end:
            text = pathlib.Path(self.log.name).read_text(encoding="utf-8")
            if "started successfully on port " in text:
                return int(text.rsplit("on port ", 1)[1].split(".")[0])
            if self.driver.poll() is not None:
                break
            time.sleep(0.05)
        raise RuntimeError("chromedriver did not start")

    def _call(self, method, path, body=None):
        data = json.dumps(body or {}).encode() if method == "POST" else None
        request = urllib.request.Request(self.base + path, data, {"Content-Type": "application/json"}, method=method)
        try:
            with _open(request, timeout=60) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise RuntimeError(json.load(error)["value"]["message"]) from None

    def open(self, url):
        self._call("POST", self.session + "/url", {"url": url})

    def url(self):
        return self._call("GET", self.session + "/url")

    def text(self):
        """What a person reads on the page."""
        body = self._call("POST", self.session + "/element", {"using": "css selector", "value": "body"})
        return self._call("GET", f"{self.session}/element/{body[ELEMENT]}/text")

    def click_link(self, text):
        found = self._call("POST", self.session + "/element", {"using": "partial link text", "value": text})
        self._call("POST", f"{self.session}/element/{found[ELEMENT]}/click")

    def wait_url(self, prefix, limit=20):
        end = time.monotonic() + limit
        while not self.url().startswith(prefix):
            if time.monotonic() > end:
                raise RuntimeError(f"the browser is not at {prefix} but reads: {self.text()[:200]}")
            time.sleep(0.05)


def sign_in(url, person):
    """Signs the person in on the identity provider's page; the text of the page the app shows at the end."""
    with Browser() as browser:
        browser.open(url)
        browser.click_link(person)
        browser.wait_url("http://127.0.0.1:")
        return browser.text()
