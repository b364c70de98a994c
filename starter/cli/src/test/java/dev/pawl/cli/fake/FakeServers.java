package dev.pawl.cli.fake;

import dev.pawl.api.v1.DatabaseInfo;
import dev.pawl.api.v1.EngineInfo;
import dev.pawl.api.v1.GetInfoRequest;
import dev.pawl.api.v1.GetInfoResponse;
import dev.pawl.api.v1.ServerServiceGrpc.ServerServiceImplBase;
import io.grpc.stub.StreamObserver;

/** Returns the state that a test defines; healthy at first. */
public final class FakeServers extends ServerServiceImplBase {
    public GetInfoResponse is = GetInfoResponse.newBuilder()
            .setEngine(EngineInfo.newBuilder().setNamespace("default").setReachable(true))
            .setDatabase(DatabaseInfo.newBuilder().setReachable(true))
            .build();

    @Override
    public void getInfo(GetInfoRequest request, StreamObserver<GetInfoResponse> out) {
        out.onNext(is);
        out.onCompleted();
    }
}
