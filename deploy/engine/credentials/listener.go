package credentials

import (
	"crypto/tls"
	"crypto/x509"
	"encoding/base64"
	"sync"
	"time"
)

// Frontend returns the TLS of a listener that only clients with the directory's certificate can use. It renews the
// certificates before they end: a client that connects afterwards reads the files again.
func Frontend(directory string, now func() time.Time) (*tls.Config, error) {
	if err := Ensure(directory, now()); err != nil {
		return nil, err
	}
	current, err := load(directory)
	if err != nil {
		return nil, err
	}
	var lock sync.Mutex
	of := func(found *files) *tls.Config {
		config := mutual(found.server, found.pool)
		config.Time = now
		return config
	}
	config := of(current)
	config.GetConfigForClient = func(*tls.ClientHelloInfo) (*tls.Config, error) {
		lock.Lock()
		defer lock.Unlock()
		if now().Before(current.until.Add(-Renewal)) {
			return of(current), nil
		}
		if err := Ensure(directory, now()); err != nil {
			return nil, err
		}
		renewed, err := load(directory)
		if err != nil {
			return nil, err
		}
		current = renewed
		return of(current), nil
	}
	return config, nil
}

// Node is the identity of the engine's services for each other, and of the Web UI for them. It exists in memory only.
type Node struct {
	// Config is for both sides of a connection.
	Config *tls.Config
	// Authority, Certificate and Key are PEM in base64.
	Authority, Certificate, Key string
}

// NewNode issues the identity of this process.
func NewNode(now time.Time) (*Node, error) {
	ca, err := newAuthority("Pawl engine node authority", now, nodeLifetime)
	if err != nil {
		return nil, err
	}
	both := []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth, x509.ExtKeyUsageClientAuth}
	node, err := ca.issue("Pawl engine node", both...)
	if err != nil {
		return nil, err
	}
	key, err := keyPEM(node)
	if err != nil {
		return nil, err
	}
	encode := base64.StdEncoding.EncodeToString
	return &Node{
		Config:      mutual(node, ca.pool()),
		Authority:   encode(certificatePEM(ca.certificate.Raw)),
		Certificate: encode(certificatePEM(node.Certificate[0])),
		Key:         encode(key),
	}, nil
}

// mutual lets in only who has a certificate of the pool, and trusts no other server.
func mutual(certificate tls.Certificate, pool *x509.CertPool) *tls.Config {
	return &tls.Config{
		MinVersion:   tls.VersionTLS13,
		NextProtos:   []string{"h2"},
		Certificates: []tls.Certificate{certificate},
		ClientAuth:   tls.RequireAndVerifyClientCert,
		ClientCAs:    pool,
		RootCAs:      pool,
		ServerName:   ServerName,
		// A resumed session would be checked against the certificates of its beginning.
		SessionTicketsDisabled: true,
	}
}
