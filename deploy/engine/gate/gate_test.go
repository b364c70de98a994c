package gate

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

const port = 8233

var (
	secret = []byte("secret")
	start  = time.UnixMilli(1_800_000_000_000)
)

// clock is the time of one gate.
type clock struct{ time.Time }

func newGate() (http.Handler, *clock) {
	now := &clock{start}
	ui := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, "web ui %s%s", r.URL.Path, r.Header.Get("Authorization"))
	})
	return New(ui, secret, port, func() time.Time { return now.Time }), now
}

func link(key string, end time.Time, nonce string) string {
	claim := fmt.Sprintf("%d.%s", end.UnixMilli(), nonce)
	sum := hmac.New(sha256.New, []byte(key))
	sum.Write([]byte("login " + claim))
	return "/login?t=" + claim + "." + hex.EncodeToString(sum.Sum(nil))
}

func request(gate http.Handler, method, target string, change func(*http.Request)) *http.Response {
	r := httptest.NewRequest(method, target, nil)
	r.Host = fmt.Sprintf("%s:%d", HostName(secret), port)
	if change != nil {
		change(r)
	}
	recorder := httptest.NewRecorder()
	gate.ServeHTTP(recorder, r)
	return recorder.Result()
}

func login(t *testing.T, gate http.Handler, nonce string) *http.Cookie {
	t.Helper()
	answer := request(gate, http.MethodGet, link("secret", start.Add(Validity), nonce), nil)
	if answer.StatusCode != http.StatusOK || len(answer.Cookies()) != 1 {
		t.Fatalf("no login: %v", answer)
	}
	return answer.Cookies()[0]
}

func TestTheHostNameIsTheOneOfTheCommandLine(t *testing.T) {
	if HostName([]byte("secret")) != "pawl-790799a7852066cb.localhost" {
		t.Error(HostName([]byte("secret")))
	}
}

func TestALinkOfTheCommandLineLogsIn(t *testing.T) {
	gate, _ := newGate()
	answer := request(gate, http.MethodGet,
		"/login?t=1800000060000.n1.f11902b95453d9e25d0b2e3ed78980e8d30a4250f2f10ea35d76a7cabf928113", nil)
	if answer.StatusCode != http.StatusOK {
		t.Errorf("status %d", answer.StatusCode)
	}
}

func TestWithoutALoginEveryPathSaysHowToLogIn(t *testing.T) {
	gate, _ := newGate()
	for _, path := range []string{"/", "/namespaces/default/workflows/T", "/api/v1/namespaces", "/login", "/_app/version.json", "/healthz"} {
		for _, method := range []string{http.MethodGet, http.MethodPost, http.MethodOptions} {
			answer := request(gate, method, path, func(r *http.Request) {
				r.Header.Set("Authorization", "Bearer guess")
				r.AddCookie(&http.Cookie{Name: cookieName, Value: "guess"})
			})
			body, _ := io.ReadAll(answer.Body)
			if answer.StatusCode != http.StatusUnauthorized || !strings.Contains(string(body), "pawl ui") {
				t.Errorf("%s %s: %d %s", method, path, answer.StatusCode, body)
			}
		}
	}
}

func TestALinkLogsInOnceAndTheCookieIsForThisPageOnly(t *testing.T) {
	gate, _ := newGate()
	cookie := login(t, gate, "n1")
	if !cookie.HttpOnly || cookie.SameSite != http.SameSiteStrictMode || cookie.Domain != "" {
		t.Errorf("the cookie is open: %v", cookie)
	}
	if answer := request(gate, http.MethodGet, link("secret", start.Add(Validity), "n1"), nil); answer.StatusCode != 401 {
		t.Error("a link works twice")
	}
	answer := request(gate, http.MethodGet, "/namespaces", func(r *http.Request) {
		r.AddCookie(cookie)
		r.Header.Set("Authorization", "Bearer other")
	})
	body, _ := io.ReadAll(answer.Body)
	if string(body) != "web ui /namespaces" {
		t.Errorf("not the Web UI: %s", body)
	}
}

func TestALinkIsValidForAMinuteForThisProcessAndWithTheSecretOnly(t *testing.T) {
	for name, target := range map[string]string{
		"ended":                link("secret", start, "n"),
		"for too long":         link("secret", start.Add(Validity+time.Second), "n"),
		"of an earlier server": link("secret", start.Add(Validity-time.Second), "n"),
		"with another secret":  link("guess", start.Add(Validity), "n"),
		"changed":              strings.Replace(link("secret", start.Add(Validity), "n"), ".n.", ".m.", 1),
		"empty":                "/login?t=",
		"without a code":       "/login?t=1.2",
		"no number":            "/login?t=a.b.c",
	} {
		gate, _ := newGate()
		if answer := request(gate, http.MethodGet, target, nil); answer.StatusCode != http.StatusUnauthorized {
			t.Errorf("%s: %d", name, answer.StatusCode)
		}
	}
	gate, now := newGate()
	now.Time = start.Add(Validity)
	if answer := request(gate, http.MethodGet, link("secret", start.Add(Validity), "n"), nil); answer.StatusCode != 401 {
		t.Error("a link of a minute ago works")
	}
}

func TestASessionEndsWithTheProcess(t *testing.T) {
	first, _ := newGate()
	cookie := login(t, first, "n")
	second, _ := newGate()
	answer := request(second, http.MethodGet, "/", func(r *http.Request) { r.AddCookie(cookie) })
	if answer.StatusCode != http.StatusUnauthorized {
		t.Errorf("status %d", answer.StatusCode)
	}
}

func TestOtherNamesOriginsAndPagesGetNothing(t *testing.T) {
	gate, _ := newGate()
	cookie := login(t, gate, "n")
	for name, change := range map[string]func(*http.Request){
		"the address":                   func(r *http.Request) { r.Host = "127.0.0.1:8233" },
		"localhost":                     func(r *http.Request) { r.Host = "localhost:8233" },
		"another port of the name":      func(r *http.Request) { r.Host = HostName(secret) + ":1" },
		"a foreign name":                func(r *http.Request) { r.Host = "attacker.example:8233" },
		"a script of another port":      func(r *http.Request) { fetch(r, "same-site", "cors") },
		"an image of another page":      func(r *http.Request) { fetch(r, "cross-site", "no-cors") },
		"a form of another page":        func(r *http.Request) { r.Method = http.MethodPost; fetch(r, "cross-site", "navigate") },
		"a form of another port":        func(r *http.Request) { r.Method = http.MethodPost; fetch(r, "same-site", "navigate") },
		"a form without fetch metadata": func(r *http.Request) { r.Method = http.MethodPost; r.Header.Set("Origin", "http://127.0.0.1:1") },
	} {
		answer := request(gate, http.MethodGet, "/api/v1/namespaces", func(r *http.Request) {
			r.AddCookie(cookie)
			change(r)
		})
		body, _ := io.ReadAll(answer.Body)
		if answer.StatusCode < 400 || strings.Contains(string(body), "web ui") {
			t.Errorf("%s: %d %s", name, answer.StatusCode, body)
		}
	}
	answer := request(gate, http.MethodPost, "/api/v1/x", func(r *http.Request) {
		r.AddCookie(cookie)
		fetch(r, "same-origin", "cors")
	})
	if answer.StatusCode != http.StatusOK {
		t.Errorf("the Web UI's own call: %d", answer.StatusCode)
	}
}

func fetch(r *http.Request, site, mode string) {
	r.Header.Set("Sec-Fetch-Site", site)
	r.Header.Set("Sec-Fetch-Mode", mode)
}
