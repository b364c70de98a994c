// Package gate lets a browser use a handler only after it has opened a login link.
package gate

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"
)

// Validity of a login link.
const Validity = time.Minute

const (
	cookieName = "pawl-ui"
	advice     = "Log in first. In a terminal, run: pawl ui\n"
)

// Gate serves one host name and port. A login link is /login?t=END.NONCE.MAC, where END is in milliseconds of Unix
// time, and MAC is the HMAC-SHA256 in hex of "login END.NONCE" with the secret as its key.
type Gate struct {
	next    http.Handler
	secret  []byte
	host    string
	session string
	now     func() time.Time
	started time.Time
	lock    sync.Mutex
	used    map[string]time.Time
}

// HostName derives the name from the secret. Browsers send cookies of one port to all ports of a host, so a name that
// only this user knows keeps the session from other servers of the machine.
func HostName(secret []byte) string {
	sum := hmac.New(sha256.New, secret)
	sum.Write([]byte("host"))
	return "pawl-" + hex.EncodeToString(sum.Sum(nil))[:16] + ".localhost"
}

// New returns the handler for http://HostName:port.
func New(next http.Handler, secret []byte, port int, now func() time.Time) http.Handler {
	random := make([]byte, 32)
	// Never fails.
	rand.Read(random)
	gate := &Gate{
		next:    next,
		secret:  secret,
		host:    fmt.Sprintf("%s:%d", HostName(secret), port),
		session: hex.EncodeToString(random),
		now:     now,
		started: now(),
		used:    map[string]time.Time{},
	}
	return http.NewCrossOriginProtection().Handler(gate)
}

func (g *Gate) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	header := w.Header()
	header.Set("Referrer-Policy", "no-referrer")
	header.Set("Cross-Origin-Resource-Policy", "same-origin")
	header.Set("X-Frame-Options", "SAMEORIGIN")
	header.Set("X-Content-Type-Options", "nosniff")
	switch {
	case r.Host != g.host:
		// Another name for this address, such as one of a foreign page.
		http.Error(w, advice, http.StatusMisdirectedRequest)
	case embedded(r):
		http.Error(w, "not for other pages\n", http.StatusForbidden)
	case r.URL.Path == "/login" && r.Method == http.MethodGet:
		g.login(w, r)
	case !g.knows(r):
		header.Set("Cache-Control", "no-store")
		http.Error(w, advice, http.StatusUnauthorized)
	default:
		// The engine must not be asked in anybody else's name.
		r.Header.Del("Authorization")
		g.next.ServeHTTP(w, r)
	}
}

// embedded reports whether a page of another origin makes the request. Following its link is no such request.
func embedded(r *http.Request) bool {
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "none", "same-origin":
		return false
	default:
		return r.Header.Get("Sec-Fetch-Mode") != "navigate"
	}
}

func (g *Gate) knows(r *http.Request) bool {
	cookie, err := r.Cookie(cookieName)
	return err == nil && subtle.ConstantTimeCompare([]byte(cookie.Value), []byte(g.session)) == 1
}

// login answers with a page that opens the Web UI: after a redirect, the browser would not send a strict cookie if the
// link came from another page.
func (g *Gate) login(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	if !g.accepts(r.URL.Query().Get("t")) {
		http.Error(w, "This link was used or is old. In a terminal, run: pawl ui\n", http.StatusUnauthorized)
		return
	}
	http.SetCookie(w, &http.Cookie{
		Name:     cookieName,
		Value:    g.session,
		Path:     "/",
		HttpOnly: true,
		SameSite: http.SameSiteStrictMode,
	})
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	fmt.Fprint(w, `<!doctype html><meta http-equiv="refresh" content="0; url=/"><title>Pawl</title><a href="/">Web UI</a>`)
}

// accepts reports whether the link was made with the secret, is not too old, was made for this process, and was not used.
func (g *Gate) accepts(link string) bool {
	dot := strings.LastIndexByte(link, '.')
	if dot < 0 {
		return false
	}
	claim, mac := link[:dot], link[dot+1:]
	sum := hmac.New(sha256.New, g.secret)
	sum.Write([]byte("login " + claim))
	if subtle.ConstantTimeCompare([]byte(hex.EncodeToString(sum.Sum(nil))), []byte(mac)) != 1 {
		return false
	}
	milliseconds, _, _ := strings.Cut(claim, ".")
	value, err := strconv.ParseInt(milliseconds, 10, 64)
	end := time.UnixMilli(value)
	now := g.now()
	if err != nil || !now.Before(end) || end.After(now.Add(Validity)) || end.Add(-Validity).Before(g.started) {
		return false
	}
	g.lock.Lock()
	defer g.lock.Unlock()
	for claim, end := range g.used {
		if now.After(end) {
			delete(g.used, claim)
		}
	}
	if _, used := g.used[claim]; used {
		return false
	}
	g.used[claim] = end
	return true
}
