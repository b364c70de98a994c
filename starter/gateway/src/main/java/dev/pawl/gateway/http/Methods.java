package dev.pawl.gateway.http;

import io.grpc.ServerMethodDefinition;
import io.grpc.ServerServiceDefinition;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Pawl's methods by path, such as {@code /pawl.v1.TaskService/GetTask}, with the interceptors of the gRPC server. */
final class Methods {
    private static final String OURS = "pawl.";
    private final Map<String, ServerMethodDefinition<?, ?>> byPath;

    Methods(Collection<ServerServiceDefinition> services) {
        this.byPath = services.stream()
                .filter(service -> service.getServiceDescriptor().getName().startsWith(OURS))
                .flatMap(service -> service.getMethods().stream())
                .collect(Collectors.toMap(
                        method -> "/" + method.getMethodDescriptor().getFullMethodName(), Function.identity()));
    }

    /** @param path as it was sent: another way to write it leads nowhere */
    Optional<ServerMethodDefinition<?, ?>> find(String path) {
        return Optional.ofNullable(byPath.get(path));
    }
}
