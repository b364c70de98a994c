package dev.pawl.local.intruder;

import io.grpc.CallOptions;
import io.grpc.ChannelCredentials;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.TlsChannelCredentials;
import io.grpc.stub.ClientCalls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Empty requests to services of Temporal and Pawl: in plain text, and with TLS to whichever server. */
final class GrpcAttempts {
    private static final int SECONDS = 5;
    private static final List<String> METHODS = List.of(
            "temporal.api.workflowservice.v1.WorkflowService/GetSystemInfo",
            "temporal.api.workflowservice.v1.WorkflowService/ListNamespaces",
            "temporal.api.workflowservice.v1.WorkflowService/TerminateWorkflowExecution",
            "temporal.api.operatorservice.v1.OperatorService/ListSearchAttributes",
            "temporal.server.api.adminservice.v1.AdminService/DescribeCluster",
            "temporal.server.api.historyservice.v1.HistoryService/DescribeMutableState",
            "temporal.server.api.matchingservice.v1.MatchingService/ListTaskQueuePartitions",
            "grpc.reflection.v1.ServerReflection/ServerReflectionInfo",
            "pawl.v1.ServerService/GetInfo",
            "pawl.v1.TaskService/ListTasks");

    /** Any other is the answer of a service that was reached. */
    private static final Set<Status.Code> REFUSALS = Set.of(
            Status.Code.UNAUTHENTICATED,
            Status.Code.UNAVAILABLE,
            Status.Code.UNIMPLEMENTED,
            Status.Code.INTERNAL,
            Status.Code.UNKNOWN);

    private GrpcAttempts() {}

    static List<String> answers(int port) {
        List<String> answers = new ArrayList<>();
        channels(port).forEach((kind, channel) -> {
            try {
                for (String method : METHODS) {
                    Status.Code code = call(channel, method);
                    if (!REFUSALS.contains(code)) {
                        answers.add("%s %s: %s".formatted(kind, method, code));
                    }
                }
            } finally {
                channel.shutdownNow();
            }
        });
        return answers;
    }

    private static Map<String, ManagedChannel> channels(int port) {
        ChannelCredentials anyServer =
                TlsChannelCredentials.newBuilder().trustManager(new TrustAll()).build();
        return Map.of(
                "plain", channel(port, InsecureChannelCredentials.create()),
                "TLS", channel(port, anyServer));
    }

    private static ManagedChannel channel(int port, ChannelCredentials credentials) {
        return Grpc.newChannelBuilderForAddress("127.0.0.1", port, credentials).build();
    }

    private static Status.Code call(ManagedChannel channel, String name) {
        MethodDescriptor<byte[], byte[]> method = MethodDescriptor.newBuilder(new Bytes(), new Bytes())
                .setType(MethodDescriptor.MethodType.UNARY)
                .setFullMethodName(name)
                .build();
        try {
            ClientCalls.blockingUnaryCall(
                    channel, method, CallOptions.DEFAULT.withDeadlineAfter(SECONDS, TimeUnit.SECONDS), new byte[0]);
            return Status.Code.OK;
        } catch (StatusRuntimeException refused) {
            return refused.getStatus().getCode();
        }
    }

    private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {
        @Override
        public InputStream stream(byte[] value) {
            return new ByteArrayInputStream(value);
        }

        @Override
        public byte[] parse(InputStream stream) {
            try {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
