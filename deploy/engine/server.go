package main

import (
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"time"

	"github.com/google/uuid"
	"go.temporal.io/server/common/authorization"
	"go.temporal.io/server/common/cluster"
	"go.temporal.io/server/common/config"
	"go.temporal.io/server/common/dynamicconfig"
	"go.temporal.io/server/common/log"
	"go.temporal.io/server/common/membership/static"
	"go.temporal.io/server/common/persistence/sql/sqlplugin/sqlite"
	"go.temporal.io/server/common/primitives"
	schema "go.temporal.io/server/schema/sqlite"
	"go.temporal.io/server/temporal"
)

const (
	loopback  = "127.0.0.1"
	namespace = "default"
	// cluster and store as "temporal server start-dev" names them, so that its databases can be opened.
	clusterName = "active"
	storeName   = "sqlite-default"
)

// dynamic is what a development server sets, and what takes the polling interval of 50 ms out of every step.
var dynamic = map[string]any{
	"history.hostLevelCacheMaxSize":                  8096,
	"history.transferProcessorMaxPollRPS":            2000,
	"history.timerProcessorMaxPollRPS":               2000,
	"history.enableChasm":                            true,
	"frontend.namespaceRPS.visibility":               100,
	"activity.enableStandalone":                      true,
	"system.enableActivityEagerExecution":            true,
	"system.forceSearchAttributesCacheRefreshOnRead": true,
}

// newServer returns the server and the port of its internal frontend, which only this process can use.
func newServer(s *settings, tls *transport) (temporal.Server, int, error) {
	store, err := openStore(s)
	if err != nil {
		return nil, 0, err
	}
	services, hosts, err := newServices(s.port)
	if err != nil {
		return nil, 0, err
	}
	// No HTTP API, metrics or profiling: nobody uses them, and they would answer anybody.
	c := &config.Config{
		Persistence: config.Persistence{
			DefaultStore:     storeName,
			VisibilityStore:  storeName,
			NumHistoryShards: 1,
			DataStores:       map[string]config.DataStore{storeName: {SQL: store}},
		},
		ClusterMetadata: &cluster.Config{
			FailoverVersionIncrement: 10,
			MasterClusterName:        clusterName,
			CurrentClusterName:       clusterName,
			ClusterInformation: map[string]cluster.ClusterInformation{clusterName: {
				Enabled:                true,
				InitialFailoverVersion: 1,
				RPCAddress:             address(s.port),
				// For a new database; later the stored one counts.
				ClusterID: uuid.NewString(),
			}},
		},
		DCRedirectionPolicy: config.DCRedirectionPolicy{Policy: "noop"},
		Services:            services,
	}
	c.Global.Membership.MaxJoinDuration = 30 * time.Second
	c.Global.Membership.BroadcastAddress = loopback
	c.Archival.History.State = "disabled"
	c.Archival.Visibility.State = "disabled"
	c.NamespaceDefaults.Archival.History.State = "disabled"
	c.NamespaceDefaults.Archival.Visibility.State = "disabled"

	values := dynamicconfig.StaticClient{}
	for key, value := range dynamic {
		values[dynamicconfig.MakeKey(key)] = value
	}
	server, err := temporal.NewServer(
		temporal.WithConfig(c),
		temporal.ForServices(temporal.Services),
		temporal.WithStaticHosts(hosts),
		temporal.WithTLSConfigFactory(tls),
		// Who has the certificate may do everything.
		temporal.WithAuthorizer(authorization.NewNoopAuthorizer()),
		temporal.WithLogger(log.NewZapLogger(log.BuildZapLogger(log.Config{Level: "warn", Format: "console"}))),
		temporal.WithDynamicConfigClient(values))
	return server, services[string(primitives.InternalFrontendService)].RPC.GRPCPort, err
}

// openStore creates the database if it does not exist, and the namespace with its search attributes.
func openStore(s *settings) (*config.SQL, error) {
	store := &config.SQL{
		PluginName:   sqlite.PluginName,
		DatabaseName: s.database,
		// Commits are durable.
		ConnectAttributes: map[string]string{"mode": "rwc", "journal_mode": "WAL", "synchronous": "FULL"},
	}
	if _, err := os.Stat(s.database); errors.Is(err, fs.ErrNotExist) {
		if err := schema.SetupSchema(store); err != nil {
			return nil, err
		}
	}
	wanted, err := schema.NewNamespaceConfig(clusterName, namespace, false, s.attributes)
	if err != nil {
		return nil, err
	}
	return store, schema.CreateNamespaces(store, wanted)
}

// newServices includes the internal frontend: the system's own worker and the Web UI use it instead of the public one.
func newServices(port int) (map[string]config.Service, map[primitives.ServiceName]static.Hosts, error) {
	services := map[string]config.Service{}
	hosts := map[primitives.ServiceName]static.Hosts{}
	for _, name := range temporal.Services {
		own := port
		if name != string(primitives.FrontendService) {
			free, err := freePort()
			if err != nil {
				return nil, nil, err
			}
			own = free
		}
		services[name] = config.Service{RPC: config.RPC{BindOnIP: loopback, GRPCPort: own}}
		hosts[primitives.ServiceName(name)] = static.SingleLocalHost(address(own))
	}
	return services, hosts, nil
}

func freePort() (int, error) {
	listener, err := net.Listen("tcp", address(0))
	if err != nil {
		return 0, err
	}
	defer listener.Close()
	return listener.Addr().(*net.TCPAddr).Port, nil
}

func address(port int) string {
	return fmt.Sprintf("%s:%d", loopback, port)
}
