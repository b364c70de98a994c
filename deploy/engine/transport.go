package main

import (
	"crypto/tls"
	"time"

	"go.temporal.io/server/common/rpc/encryption"
)

// transport gives every listener of the server mutual TLS.
type transport struct {
	frontend, internode *tls.Config
}

var _ encryption.TLSConfigProvider = (*transport)(nil)

func (t *transport) GetFrontendServerConfig() (*tls.Config, error)  { return t.frontend, nil }
func (t *transport) GetFrontendClientConfig() (*tls.Config, error)  { return t.internode, nil }
func (t *transport) GetInternodeServerConfig() (*tls.Config, error) { return t.internode, nil }
func (t *transport) GetInternodeClientConfig() (*tls.Config, error) { return t.internode, nil }

// GetRemoteClusterClientConfig is not called: there is one cluster.
func (t *transport) GetRemoteClusterClientConfig(string) (*tls.Config, error) {
	return t.internode, nil
}

// GetExpiringCerts returns none: the frontend renews its certificates.
func (t *transport) GetExpiringCerts(
	time.Duration,
) (encryption.CertExpirationMap, encryption.CertExpirationMap, error) {
	return nil, nil, nil
}
