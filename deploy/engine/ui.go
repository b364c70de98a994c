package main

import (
	"bytes"
	"errors"
	"io/fs"
	"net"
	"net/http"
	"os"
	"time"

	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
	ui "github.com/temporalio/ui-server/v2/server/config"
	"github.com/temporalio/ui-server/v2/server/route"
	assets "github.com/temporalio/ui-server/v2/ui"

	"pawl.dev/engine/credentials"
	"pawl.dev/engine/gate"
)

// serveUI serves the routes of the Web UI behind the gate, until it fails. The Web UI's own server is not used: it
// knows no login but OpenID Connect.
func serveUI(s *settings, node *credentials.Node, internalPort int) error {
	secret, err := os.ReadFile(s.uiSecret)
	if err != nil {
		return err
	}
	secret = bytes.TrimSpace(secret)
	if len(secret) == 0 {
		return errors.New(s.uiSecret + " is empty")
	}
	routes, err := uiRoutes(node, internalPort)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", address(s.uiPort))
	if err != nil {
		return err
	}
	server := &http.Server{
		Handler:           gate.New(routes, secret, s.uiPort, time.Now),
		ReadHeaderTimeout: 10 * time.Second,
	}
	return server.Serve(listener)
}

func uiRoutes(node *credentials.Node, internalPort int) (http.Handler, error) {
	provider, err := ui.NewConfigProviderWithRefresh(&ui.Config{
		TemporalGRPCAddress: address(internalPort),
		TLS: ui.TLS{
			CaData:                 node.Authority,
			CertData:               node.Certificate,
			KeyData:                node.Key,
			EnableHostVerification: true,
			ServerName:             credentials.ServerName,
		},
		EnableUI:         true,
		DefaultNamespace: namespace,
		HideLogs:         true,
		DisableNewsFetch: true,
	})
	if err != nil {
		return nil, err
	}
	embedded, err := assets.Assets()
	if err != nil {
		return nil, err
	}
	local, err := fs.Sub(embedded, "local")
	if err != nil {
		return nil, err
	}
	routes := echo.New()
	routes.Use(middleware.Recover(), middleware.Gzip(), middleware.Secure())
	route.SetHealthRoute(routes)
	if err := route.SetAPIRoutes(routes, provider, nil); err != nil {
		return nil, err
	}
	if err := route.SetUIRoutes(routes, "", local); err != nil {
		return nil, err
	}
	route.SetRenderRoute(routes, "")
	return routes, nil
}
