package dev.pawl.connection;

import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import io.grpc.util.AdvancedTlsX509KeyManager;
import io.grpc.util.AdvancedTlsX509TrustManager;
import io.temporal.envconfig.ClientConfigTLS;
import java.io.File;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * TLS by files that are replaced before their certificates end: a connection uses their content of the last seconds.
 * They are read until the process ends, as long as the context can be used.
 */
final class CertificateFiles {
    private static final Logger log = LoggerFactory.getLogger(CertificateFiles.class);
    private static final int SECONDS = 2;
    private static final ScheduledExecutorService READER = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("certificate-files").daemon().factory());

    private final File certificate;
    private final File key;
    private final @Nullable File authority;
    private final AdvancedTlsX509KeyManager identity = new AdvancedTlsX509KeyManager();
    private final AdvancedTlsX509TrustManager trust;
    private List<Long> read = List.of();
    private boolean failed;

    private CertificateFiles(ClientConfigTLS files) throws GeneralSecurityException {
        this.certificate = new File(files.getClientCertPath());
        this.key = new File(files.getClientKeyPath());
        String path = files.getServerCACertPath();
        this.authority = path == null || path.isEmpty() ? null : new File(path);
        this.trust = AdvancedTlsX509TrustManager.newBuilder().build();
    }

    /** @param files name the client's certificate and key; if they name no authority, those of the JDK are trusted */
    static SslContext context(ClientConfigTLS files) {
        try {
            CertificateFiles found = new CertificateFiles(files);
            found.read();
            SslContextBuilder context = GrpcSslContexts.forClient().keyManager(found.identity);
            if (found.authority != null) {
                context.trustManager(found.trust);
            }
            found.keepReading();
            return context.build();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("cannot use the certificates of the engine's client: " + e.getMessage(), e);
        }
    }

    // Each round catches and logs its own failures.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void keepReading() {
        READER.scheduleWithFixedDelay(this::readAgain, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    private void readAgain() {
        try {
            read();
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            // Tried again in the next round: they may be being replaced.
            if (!failed) {
                failed = true;
                log.info("the certificates of the engine's client cannot be read now: {}", e.toString());
            }
        }
    }

    private void read() throws IOException, GeneralSecurityException {
        List<Long> changes = Stream.<@Nullable File>of(certificate, key, authority)
                .map(file -> file == null ? 0L : file.lastModified())
                .toList();
        if (changes.equals(read)) {
            return;
        }
        identity.updateIdentityCredentials(certificate, key);
        if (authority != null) {
            trust.updateTrustCredentials(authority);
        }
        read = changes;
        failed = false;
    }
}
