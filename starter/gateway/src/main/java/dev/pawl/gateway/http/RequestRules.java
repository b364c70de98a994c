package dev.pawl.gateway.http;

import dev.pawl.gateway.http.Admission.Admitted;
import dev.pawl.gateway.http.Admission.Refused;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerMethodDefinition;
import io.grpc.Status;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides by the head of a request. Browsers are kept out by the host, the origin and the type of the content. */
final class RequestRules {
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
    private static final Pattern HOST =
            Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);
    private static final Set<String> JSON =
            Set.of("application/json", "application/json;charset=utf-8", "application/json;charset=\"utf-8\"");
    private static final Pattern MILLIS = Pattern.compile("\\d{1,10}");

    private final Methods methods;
    private final int largestBody;

    /** @param largestBody in bytes */
    RequestRules(Methods methods, int largestBody) {
        this.methods = methods;
        this.largestBody = largestBody;
    }

    Admission decide(HttpRequest request) {
        if (request.decoderResult().isFailure()) {
            return malformed(request.decoderResult().cause());
        }
        return misdirected(request)
                .<Admission>map(refused -> refused)
                .orElseGet(() -> methods.find(request.uri())
                        .map(method -> decide(request, method))
                        .orElseGet(() -> new Refused(
                                HttpResponseStatus.NOT_FOUND,
                                Status.Code.UNIMPLEMENTED,
                                "no such method; the path is one like /pawl.v1.TaskService/GetTask")));
    }

    private Admission decide(HttpRequest request, ServerMethodDefinition<?, ?> method) {
        HttpHeaders headers = request.headers();
        return unsuited(request, method.getMethodDescriptor())
                .or(() -> unreadable(headers))
                .<Admission>map(refused -> refused)
                .orElseGet(() -> new Admitted(method, metadata(headers), timeout(headers)));
    }

    private static Refused malformed(@Nullable Throwable cause) {
        return switch (cause) {
            case TooLongHttpLineException line ->
                new Refused(
                        HttpResponseStatus.REQUEST_URI_TOO_LONG, Status.Code.INVALID_ARGUMENT, "the path is too long");
            case TooLongHttpHeaderException header ->
                new Refused(
                        HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
                        Status.Code.INVALID_ARGUMENT,
                        "the headers are too long");
            case null, default ->
                new Refused(HttpResponseStatus.BAD_REQUEST, Status.Code.INVALID_ARGUMENT, "this is not HTTP/1.1");
        };
    }

    /** A name that leads to loopback by a foreign name server, or a page of another origin. */
    private static Optional<Refused> misdirected(HttpRequest request) {
        List<String> hosts = request.headers().getAll(HttpHeaderNames.HOST);
        if (!request.protocolVersion().equals(HttpVersion.HTTP_1_1)) {
            return refused(HttpResponseStatus.HTTP_VERSION_NOT_SUPPORTED, Status.Code.UNIMPLEMENTED, "use HTTP/1.1");
        }
        if (hosts.size() != 1 || !HOST.matcher(hosts.getFirst()).matches()) {
            return refused(
                    HttpResponseStatus.MISDIRECTED_REQUEST,
                    Status.Code.PERMISSION_DENIED,
                    "the host must be localhost, 127.0.0.1 or [::1]");
        }
        if (request.headers().contains(HttpHeaderNames.ORIGIN)) {
            return refused(
                    HttpResponseStatus.FORBIDDEN, Status.Code.PERMISSION_DENIED, "pages in browsers can't call this");
        }
        return Optional.empty();
    }

    private Optional<Refused> unsuited(HttpRequest request, MethodDescriptor<?, ?> method) {
        HttpHeaders headers = request.headers();
        if (!request.method().equals(HttpMethod.POST)) {
            return refused(HttpResponseStatus.METHOD_NOT_ALLOWED, Status.Code.UNIMPLEMENTED, "use POST");
        }
        if (!method.getType().clientSendsOneMessage()) {
            return refused(
                    HttpResponseStatus.NOT_IMPLEMENTED,
                    Status.Code.UNIMPLEMENTED,
                    method.getBareMethodName() + " takes a stream of requests: call it by gRPC");
        }
        if (!json(headers.getAll(HttpHeaderNames.CONTENT_TYPE))) {
            return refused(
                    HttpResponseStatus.UNSUPPORTED_MEDIA_TYPE,
                    Status.Code.UNIMPLEMENTED,
                    "the content type must be application/json, in UTF-8");
        }
        if (headers.getAll(HttpHeaderNames.CONTENT_ENCODING).stream().anyMatch(name -> !"identity".equals(name))) {
            return refused(
                    HttpResponseStatus.UNSUPPORTED_MEDIA_TYPE,
                    Status.Code.UNIMPLEMENTED,
                    "the content must not be compressed");
        }
        return HttpUtil.getContentLength(request, -1L) > largestBody ? Optional.of(tooLarge()) : Optional.empty();
    }

    Refused tooLarge() {
        return new Refused(
                HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE,
                Status.Code.RESOURCE_EXHAUSTED,
                "the body may have up to %d bytes".formatted(largestBody));
    }

    private static Optional<Refused> unreadable(HttpHeaders headers) {
        List<String> versions = headers.getAll("connect-protocol-version");
        if (!versions.isEmpty() && !versions.equals(List.of("1"))) {
            return refused(
                    HttpResponseStatus.BAD_REQUEST, Status.Code.INVALID_ARGUMENT, "Connect-Protocol-Version must be 1");
        }
        List<String> timeouts = headers.getAll("connect-timeout-ms");
        if (timeouts.size() > 1
                || !timeouts.stream().allMatch(text -> MILLIS.matcher(text).matches())) {
            return refused(
                    HttpResponseStatus.BAD_REQUEST,
                    Status.Code.INVALID_ARGUMENT,
                    "Connect-Timeout-Ms must be a number of up to 10 digits");
        }
        return headers.getAll(HttpHeaderNames.AUTHORIZATION).size() > 1
                ? refused(HttpResponseStatus.BAD_REQUEST, Status.Code.INVALID_ARGUMENT, "Authorization is sent twice")
                : Optional.empty();
    }

    private static boolean json(List<String> types) {
        return types.size() == 1
                && JSON.contains(types.getFirst().replace(" ", "").toLowerCase(Locale.ROOT));
    }

    private static Metadata metadata(HttpHeaders headers) {
        Metadata metadata = new Metadata();
        String authorization = headers.get(HttpHeaderNames.AUTHORIZATION);
        if (authorization != null) {
            metadata.put(AUTHORIZATION, authorization);
        }
        return metadata;
    }

    private static Optional<Duration> timeout(HttpHeaders headers) {
        return Optional.ofNullable(headers.get("connect-timeout-ms"))
                .map(Long::parseLong)
                .map(Duration::ofMillis);
    }

    private static Optional<Refused> refused(HttpResponseStatus http, Status.Code code, String message) {
        return Optional.of(new Refused(http, code, message));
    }
}
