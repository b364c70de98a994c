package dev.pawl.cli.fake;

import dev.pawl.api.v1.AuditServiceGrpc.AuditServiceImplBase;
import dev.pawl.api.v1.VerifyRequest;
import dev.pawl.api.v1.VerifyResponse;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Returns the audit that a test defines. */
public final class FakeAudits extends AuditServiceImplBase {
    public final List<VerifyRequest> asked = new CopyOnWriteArrayList<>();
    public VerifyResponse finds = VerifyResponse.getDefaultInstance();

    @Override
    public void verify(VerifyRequest request, StreamObserver<VerifyResponse> out) {
        asked.add(request);
        out.onNext(finds);
        out.onCompleted();
    }
}
