package dev.pawl.gateway.access;

import dev.pawl.api.v1.AccessProto;
import dev.pawl.api.v1.Scope;
import io.grpc.MethodDescriptor;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;

/** The scope that a method needs, as its protocol says. */
final class MethodScope {
    private static final String REFLECTION = "grpc.reflection.";

    private MethodScope() {}

    /** A method without a scope is for administrators. */
    static Scope of(MethodDescriptor<?, ?> method) {
        if (method.getFullMethodName().startsWith(REFLECTION)) {
            return Scope.SCOPE_READ;
        }
        if (method.getSchemaDescriptor() instanceof ProtoMethodDescriptorSupplier proto) {
            Scope scope = proto.getMethodDescriptor().getOptions().getExtension(AccessProto.scope);
            return scope == Scope.SCOPE_UNSPECIFIED ? Scope.SCOPE_ADMIN : scope;
        }
        return Scope.SCOPE_ADMIN;
    }
}
