// Package credentials issues and keeps the certificates of a local engine.
package credentials

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"math/big"
	"net"
	"time"
)

// ServerName is the name in every certificate; clients that connect to an address expect it.
const ServerName = "localhost"

const (
	// fileLifetime is that of certificates in files.
	fileLifetime = 365 * 24 * time.Hour
	// nodeLifetime is that of certificates in memory, which end with the process.
	nodeLifetime = 10 * fileLifetime
)

// authority signs certificates. Its key is never written.
type authority struct {
	certificate *x509.Certificate
	key         *ecdsa.PrivateKey
	from, until time.Time
}

func newAuthority(name string, now time.Time, lifetime time.Duration) (*authority, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return nil, err
	}
	template := newTemplate(name)
	// Clocks may be adjusted.
	template.NotBefore, template.NotAfter = now.Add(-time.Hour), now.Add(lifetime)
	template.IsCA = true
	template.BasicConstraintsValid = true
	template.KeyUsage = x509.KeyUsageCertSign
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		return nil, err
	}
	certificate, err := x509.ParseCertificate(der)
	return &authority{certificate, key, template.NotBefore, template.NotAfter}, err
}

// issue returns a certificate for one use; the other side accepts it for no other.
func (a *authority) issue(name string, uses ...x509.ExtKeyUsage) (tls.Certificate, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return tls.Certificate{}, err
	}
	template := newTemplate(name)
	template.NotBefore, template.NotAfter = a.from, a.until
	template.KeyUsage = x509.KeyUsageDigitalSignature
	template.ExtKeyUsage = uses
	template.DNSNames = []string{ServerName}
	template.IPAddresses = []net.IP{net.IPv4(127, 0, 0, 1)}
	der, err := x509.CreateCertificate(rand.Reader, template, a.certificate, &key.PublicKey, a.key)
	if err != nil {
		return tls.Certificate{}, err
	}
	leaf, err := x509.ParseCertificate(der)
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key, Leaf: leaf}, err
}

func newTemplate(name string) *x509.Certificate {
	// 127 random bits. The reader does not fail.
	serial, _ := rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 127))
	return &x509.Certificate{SerialNumber: serial, Subject: pkix.Name{CommonName: name}}
}

func (a *authority) pool() *x509.CertPool {
	pool := x509.NewCertPool()
	pool.AddCert(a.certificate)
	return pool
}

func certificatePEM(der []byte) []byte {
	return pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})
}

// keyPEM encodes it as PKCS #8, the only form that gRPC for Java reads.
func keyPEM(certificate tls.Certificate) ([]byte, error) {
	der, err := x509.MarshalPKCS8PrivateKey(certificate.PrivateKey)
	return pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der}), err
}
