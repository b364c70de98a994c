package credentials

import (
	"bytes"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// Renewal is how long before their end certificates are replaced.
const Renewal = 60 * 24 * time.Hour

// The files that clients read.
const (
	AuthorityFile  = "ca.pem"
	ClientFile     = "client.pem"
	ClientKeyFile  = "client.key"
	serverFile     = "server.pem"
	serverKeyFile  = "server.key"
	ownerDirectory = 0o700
	ownerFile      = 0o600
)

// files are the credentials in a directory.
type files struct {
	server tls.Certificate
	pool   *x509.CertPool
	until  time.Time
}

// Ensure issues credentials in the directory unless it has a complete set that is valid for longer than Renewal. The
// directory and its files are closed to other users. The authority's key is dropped, so nothing can be added to a set.
func Ensure(directory string, now time.Time) error {
	if err := os.MkdirAll(directory, ownerDirectory); err != nil {
		return err
	}
	if err := os.Chmod(directory, ownerDirectory); err != nil {
		return err
	}
	found, err := load(directory)
	if err == nil && now.Before(found.until.Add(-Renewal)) {
		return nil
	}
	return issueFiles(directory, now)
}

func issueFiles(directory string, now time.Time) error {
	ca, err := newAuthority("Pawl engine authority", now, fileLifetime)
	if err != nil {
		return err
	}
	server, err := ca.issue("Pawl engine", x509.ExtKeyUsageServerAuth)
	if err != nil {
		return err
	}
	client, err := ca.issue("Pawl client", x509.ExtKeyUsageClientAuth)
	if err != nil {
		return err
	}
	serverKey, err := keyPEM(server)
	if err != nil {
		return err
	}
	clientKey, err := keyPEM(client)
	if err != nil {
		return err
	}
	for _, file := range []struct {
		name    string
		content []byte
	}{
		{serverKeyFile, serverKey},
		{serverFile, certificatePEM(server.Certificate[0])},
		{ClientKeyFile, clientKey},
		{ClientFile, certificatePEM(client.Certificate[0])},
		{AuthorityFile, certificatePEM(ca.certificate.Raw)},
	} {
		if err := replace(filepath.Join(directory, file.name), file.content); err != nil {
			return err
		}
	}
	return nil
}

// replace writes a draft and renames it: a reader sees the old or the new content.
func replace(path string, content []byte) error {
	draft, err := os.CreateTemp(filepath.Dir(path), ".draft")
	if err != nil {
		return err
	}
	defer os.Remove(draft.Name())
	if err := errors.Join(draft.Chmod(ownerFile), write(draft, content)); err != nil {
		return err
	}
	return os.Rename(draft.Name(), path)
}

func write(file *os.File, content []byte) error {
	_, err := file.Write(content)
	return errors.Join(err, file.Sync(), file.Close())
}

// load reads a set, and fails unless both certificates belong to its authority and their keys: a start that was killed
// may have left a mixture.
func load(directory string) (*files, error) {
	path := func(name string) string { return filepath.Join(directory, name) }
	authority, err := os.ReadFile(path(AuthorityFile))
	if err != nil {
		return nil, err
	}
	pool := x509.NewCertPool()
	if !pool.AppendCertsFromPEM(bytes.TrimSpace(authority)) {
		return nil, fmt.Errorf("%s holds no certificate", path(AuthorityFile))
	}
	server, err := tls.LoadX509KeyPair(path(serverFile), path(serverKeyFile))
	if err != nil {
		return nil, err
	}
	client, err := tls.LoadX509KeyPair(path(ClientFile), path(ClientKeyFile))
	if err != nil {
		return nil, err
	}
	until := server.Leaf.NotAfter
	for _, pair := range []tls.Certificate{server, client} {
		options := x509.VerifyOptions{
			Roots:       pool,
			CurrentTime: pair.Leaf.NotBefore.Add(time.Minute),
			KeyUsages:   []x509.ExtKeyUsage{x509.ExtKeyUsageAny},
		}
		if _, err := pair.Leaf.Verify(options); err != nil {
			return nil, err
		}
		if pair.Leaf.NotAfter.Before(until) {
			until = pair.Leaf.NotAfter
		}
	}
	return &files{server, pool, until}, nil
}
