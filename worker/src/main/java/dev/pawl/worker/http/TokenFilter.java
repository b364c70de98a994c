package dev.pawl.worker.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;

/** Requires {@code Authorization: Bearer <token>} for every path but liveness, which says only whether it lives. */
public final class TokenFilter extends HttpFilter implements Ordered {
    private static final long serialVersionUID = 1L;

    private static final String LIVENESS = "/actuator/health/liveness";
    private static final String SCHEME = "Bearer ";

    private final transient MetricsToken token;

    public TokenFilter(MetricsToken token) {
        this.token = token;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws IOException, ServletException {
        // The path as it was sent: another way to write it is not open.
        if (request.getRequestURI().equals(LIVENESS) || admits(request.getHeader("Authorization"))) {
            next.doFilter(request, response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader("WWW-Authenticate", "Bearer");
        response.setContentType("text/plain");
        response.getWriter().println("this needs the bearer token in the file metrics-token of Pawl's home");
    }

    private boolean admits(@Nullable String authorization) {
        return authorization != null
                && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && token.is(authorization.substring(SCHEME.length()).strip());
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
