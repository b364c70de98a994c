// The engine of one machine: a Temporal server on a SQLite file with its Web UI. Every listener wants a credential.
//
//	pawl-engine credentials DIR    issues the certificates of DIR, or renews those that end soon
//	pawl-engine serve FLAGS        serves until TERM or INT
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"go.temporal.io/api/enums/v1"

	"pawl.dev/engine/credentials"
)

// settings are the flags of serve.
type settings struct {
	database    string
	credentials string
	port        int
	uiPort      int
	uiSecret    string
	attributes  map[string]enums.IndexedValueType
}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "pawl-engine:", err)
		os.Exit(1)
	}
}

func run(arguments []string) error {
	switch {
	case len(arguments) == 2 && arguments[0] == "credentials":
		return credentials.Ensure(arguments[1], time.Now())
	case len(arguments) > 0 && arguments[0] == "serve":
		s, err := parse(arguments[1:])
		if err != nil {
			return err
		}
		return serve(s)
	default:
		return errors.New("usage: pawl-engine credentials DIR | pawl-engine serve FLAGS")
	}
}

func parse(arguments []string) (*settings, error) {
	s := &settings{attributes: map[string]enums.IndexedValueType{}}
	flags := flag.NewFlagSet("serve", flag.ContinueOnError)
	flags.StringVar(&s.database, "db-filename", "", "SQLite `file`, created if it does not exist")
	flags.StringVar(&s.credentials, "credentials", "", "`directory` of certificates")
	flags.IntVar(&s.port, "port", 7233, "of the frontend, on loopback")
	flags.IntVar(&s.uiPort, "ui-port", 8233, "of the Web UI, on loopback")
	flags.StringVar(&s.uiSecret, "ui-secret", "", "`file` with the key of login links")
	flags.Func("search-attribute", "`NAME=Type` of the namespace", func(value string) error {
		name, kind, _ := strings.Cut(value, "=")
		parsed, err := enums.IndexedValueTypeFromString(kind)
		s.attributes[name] = parsed
		return err
	})
	if err := flags.Parse(arguments); err != nil {
		return nil, err
	}
	if s.database == "" || s.credentials == "" || s.uiSecret == "" || flags.NArg() > 0 {
		return nil, errors.New("serve needs --db-filename, --credentials and --ui-secret, and no other arguments")
	}
	return s, nil
}

func serve(s *settings) error {
	// Before the start: a signal that arrives meanwhile still ends it in order.
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)

	frontend, err := credentials.Frontend(s.credentials, time.Now)
	if err != nil {
		return err
	}
	node, err := credentials.NewNode(time.Now())
	if err != nil {
		return err
	}
	server, internalPort, err := newServer(s, &transport{frontend: frontend, internode: node.Config})
	if err != nil {
		return err
	}
	if err := server.Start(); err != nil {
		return err
	}
	failed := make(chan error, 1)
	go func() { failed <- serveUI(s, node, internalPort) }()
	select {
	case <-stop:
		return server.Stop()
	case err := <-failed:
		return errors.Join(err, server.Stop())
	}
}
