package credentials

import (
	"crypto/tls"
	"crypto/x509"
	"net"
	"os"
	"path/filepath"
	"testing"
	"time"
)

var start = time.Now()

func TestFilesAreClosedToOthersAndTheAuthorityHasNoKey(t *testing.T) {
	directory := filepath.Join(t.TempDir(), "tls")
	ensure(t, directory, start)

	info, _ := os.Stat(directory)
	if info.Mode().Perm() != 0o700 {
		t.Errorf("the directory has mode %v", info.Mode())
	}
	entries, _ := os.ReadDir(directory)
	if len(entries) != 5 {
		t.Errorf("not five files: %v", entries)
	}
	for _, entry := range entries {
		info, _ := entry.Info()
		if info.Mode().Perm() != 0o600 {
			t.Errorf("%s has mode %v", entry.Name(), info.Mode())
		}
	}
}

func TestALaterStartKeepsTheFiles(t *testing.T) {
	directory := t.TempDir()
	ensure(t, directory, start)
	before := read(t, directory)

	ensure(t, directory, start.Add(time.Hour))

	if read(t, directory) != before {
		t.Error("the certificate changed")
	}
}

func TestWhatEndsSoonOrIsAMixtureIsReplaced(t *testing.T) {
	directory := t.TempDir()
	ensure(t, directory, start)
	first := read(t, directory)

	ensure(t, directory, start.Add(fileLifetime-Renewal+time.Minute))
	second := read(t, directory)
	if second == first {
		t.Error("an ending certificate was kept")
	}

	// As left by a start that was killed between two files.
	if err := os.WriteFile(filepath.Join(directory, ClientFile), []byte(first), 0o600); err != nil {
		t.Fatal(err)
	}
	ensure(t, directory, start)
	if read(t, directory) == first {
		t.Error("a certificate without its key was kept")
	}
}

func TestOnlyTheClientOfTheDirectoryIsLetIn(t *testing.T) {
	directory, other := t.TempDir(), t.TempDir()
	ensure(t, other, start)
	config, err := Frontend(directory, func() time.Time { return start })
	if err != nil {
		t.Fatal(err)
	}
	address := serve(t, config)

	if err := connect(address, client(t, directory)); err != nil {
		t.Errorf("the client is refused: %v", err)
	}
	if connect(address, client(t, other)) == nil {
		t.Error("another engine's client is let in")
	}
	if connect(address, &tls.Config{InsecureSkipVerify: true, NextProtos: []string{"h2"}}) == nil {
		t.Error("a client without a certificate is let in")
	}
	stranger := client(t, other)
	stranger.InsecureSkipVerify = true
	if connect(address, stranger) == nil {
		t.Error("another engine's client is let in if it trusts any server")
	}
	asServer, err := load(directory)
	if err != nil {
		t.Fatal(err)
	}
	if connect(address, mutual(asServer.server, asServer.pool)) == nil {
		t.Error("the server's own certificate is taken for a client's")
	}
}

func TestAListenerRenewsAndClientsReconnectWithTheFiles(t *testing.T) {
	directory, now := t.TempDir(), start
	config, err := Frontend(directory, func() time.Time { return now })
	if err != nil {
		t.Fatal(err)
	}
	address := serve(t, config)
	before := client(t, directory)
	if err := connect(address, before); err != nil {
		t.Fatal(err)
	}

	now = start.Add(fileLifetime - Renewal + time.Minute)
	if connect(address, before) == nil {
		t.Error("the first connection after the renewal uses the old certificate")
	}
	after := client(t, directory)
	after.Time = func() time.Time { return now }
	if err := connect(address, after); err != nil {
		t.Errorf("the renewed client is refused: %v", err)
	}
}

func TestANodeIsInMemoryAndTrustsItselfOnly(t *testing.T) {
	one, err := NewNode(start)
	if err != nil {
		t.Fatal(err)
	}
	other, err := NewNode(start)
	if err != nil {
		t.Fatal(err)
	}
	address := serve(t, one.Config)
	if err := connect(address, one.Config); err != nil {
		t.Errorf("a node refuses itself: %v", err)
	}
	if connect(address, other.Config) == nil {
		t.Error("a node lets another one in")
	}
}

func ensure(t *testing.T, directory string, now time.Time) {
	t.Helper()
	if err := Ensure(directory, now); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, directory string) string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(directory, ClientFile))
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

// client is configured as Temporal's clients are, by the files.
func client(t *testing.T, directory string) *tls.Config {
	t.Helper()
	pair, err := tls.LoadX509KeyPair(filepath.Join(directory, ClientFile), filepath.Join(directory, ClientKeyFile))
	if err != nil {
		t.Fatal(err)
	}
	authority, err := os.ReadFile(filepath.Join(directory, AuthorityFile))
	if err != nil {
		t.Fatal(err)
	}
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(authority)
	return &tls.Config{Certificates: []tls.Certificate{pair}, RootCAs: pool, ServerName: ServerName, NextProtos: []string{"h2"}}
}

// serve answers each accepted client with one byte.
func serve(t *testing.T, config *tls.Config) string {
	t.Helper()
	listener, err := tls.Listen("tcp", "127.0.0.1:0", config)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { listener.Close() })
	go func() {
		for {
			connection, err := listener.Accept()
			if err != nil {
				return
			}
			go func(connection net.Conn) {
				defer connection.Close()
				// Fails unless the handshake succeeds.
				connection.Write([]byte{1})
			}(connection)
		}
	}()
	return listener.Addr().String()
}

// connect returns nil if the server answers: with TLS 1.3 a refused client learns of it only then.
func connect(address string, config *tls.Config) error {
	connection, err := tls.Dial("tcp", address, config)
	if err != nil {
		return err
	}
	defer connection.Close()
	_, err = connection.Read(make([]byte, 1))
	return err
}
