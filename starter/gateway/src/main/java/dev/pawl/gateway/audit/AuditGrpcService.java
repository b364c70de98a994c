package dev.pawl.gateway.audit;

import dev.pawl.api.v1.AuditServiceGrpc;
import dev.pawl.api.v1.CollectRequest;
import dev.pawl.api.v1.CollectResponse;
import dev.pawl.api.v1.CollectedFigure;
import dev.pawl.api.v1.VerifyRequest;
import dev.pawl.api.v1.VerifyResponse;
import dev.pawl.gateway.engine.Engine;
import dev.pawl.workflows.activity.collect.Collect;
import dev.pawl.workflows.activity.reap.Reap;
import dev.pawl.workflows.collect.CollectReport;
import io.grpc.stub.StreamObserver;

/** Runs audits in workers: one worker checks rows and engine, and each host's worker checks its host. */
public final class AuditGrpcService extends AuditServiceGrpc.AuditServiceImplBase {
    private final Engine engine;

    public AuditGrpcService(Engine engine) {
        this.engine = engine;
    }

    @Override
    public void verify(VerifyRequest request, StreamObserver<VerifyResponse> observer) {
        observer.onNext(AuditMessages.of(engine.verify(new Reap(request.getRepair(), true))));
        observer.onCompleted();
    }

    @Override
    public void collect(CollectRequest request, StreamObserver<CollectResponse> observer) {
        CollectReport report = engine.collect(new Collect(request.getDryRun()));
        CollectResponse.Builder response =
                CollectResponse.newBuilder().addAllHosts(report.hosts()).addAllSilentHosts(report.silent());
        report.collected()
                .forEach(one -> response.addCollected(CollectedFigure.newBuilder()
                        .setKind(one.kind().wire())
                        .setCount(one.count())
                        .setBytes(one.bytes())));
        observer.onNext(response.build());
        observer.onCompleted();
    }
}
