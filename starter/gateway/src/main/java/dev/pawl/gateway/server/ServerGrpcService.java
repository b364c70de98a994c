package dev.pawl.gateway.server;

import dev.pawl.api.client.Version;
import dev.pawl.api.v1.EngineInfo;
import dev.pawl.api.v1.GetInfoRequest;
import dev.pawl.api.v1.GetInfoResponse;
import dev.pawl.api.v1.ServerServiceGrpc;
import dev.pawl.gateway.engine.Engine;
import io.grpc.stub.StreamObserver;
import javax.sql.DataSource;

/** The protocol's server service: probes the dependencies on request. */
public final class ServerGrpcService extends ServerServiceGrpc.ServerServiceImplBase {
    private final EngineProbe engine;
    private final DatabaseProbe database;

    /** @param known the constant part of the engine: kind, address, namespace, Web UI */
    public ServerGrpcService(Engine engine, EngineInfo known, DataSource database) {
        this.engine = new EngineProbe(engine, known);
        this.database = new DatabaseProbe(database);
    }

    @Override
    public void getInfo(GetInfoRequest request, StreamObserver<GetInfoResponse> observer) {
        observer.onNext(GetInfoResponse.newBuilder()
                .setVersion(Version.current())
                .setPid(ProcessHandle.current().pid())
                .setEngine(engine.lookClosely())
                .setDatabase(database.look())
                .build());
        observer.onCompleted();
    }
}
