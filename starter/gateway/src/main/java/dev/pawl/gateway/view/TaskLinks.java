package dev.pawl.gateway.view;

import com.google.common.net.UrlEscapers;
import dev.pawl.api.v1.Links;

/**
 * Links from a task to other tools.
 *
 * @param webUi base URL of the engine's Web UI; empty if there is none
 */
public record TaskLinks(String webUi, String namespace) {
    public TaskLinks {
        webUi = webUi.endsWith("/") ? webUi.substring(0, webUi.length() - 1) : webUi;
    }

    /** The task in the Web UI; empty if there is none. */
    public String webUi(String taskId) {
        return webUi.isEmpty() ? "" : "%s/namespaces/%s/workflows/%s".formatted(webUi, escaped(namespace), taskId);
    }

    Links of(String taskId) {
        return Links.newBuilder().setWebUi(webUi(taskId)).build();
    }

    private static String escaped(String segment) {
        return UrlEscapers.urlPathSegmentEscaper().escape(segment);
    }
}
