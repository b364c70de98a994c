package dev.pawl.cli.planreport;

import static dev.pawl.cli.planreport.SamplePlans.at;
import static dev.pawl.cli.planreport.SamplePlans.attempt;
import static dev.pawl.cli.planreport.SamplePlans.ejected;
import static dev.pawl.cli.planreport.SamplePlans.integrated;
import static dev.pawl.cli.planreport.SamplePlans.plan;
import static dev.pawl.cli.planreport.SamplePlans.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.api.v1.EjectionKind;
import dev.pawl.api.v1.Outcome;
import dev.pawl.api.v1.PackageAttempt;
import dev.pawl.api.v1.PackageState;
import dev.pawl.api.v1.Plan;
import dev.pawl.api.v1.PlanPackage;
import dev.pawl.cli.page.Span;
import dev.pawl.cli.page.TimeAxis;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class PlanPageTest {
    private static final String HOSTILE = "<script>alert(1)</script> \" onload='x' &lt; %s \u001b[31m\u0000 ]]>";

    @Test
    void everyPackageHasARowAndEveryAttemptABar() throws Exception {
        Document page = parsed(page(plan(
                2,
                20,
                integrated("a", 0, 5, 12)
                        .setAttempts(0, ejected(1, 0, 5, 6, EjectionKind.EJECTION_KIND_RED_CHECK))
                        .addAttempts(attempt(2, 8, 10)),
                integrated("b", 13, 17, 20, "a"),
                waiting("c")
                        .setState(PackageState.PACKAGE_STATE_FAILED)
                        .addAttempts(attempt(1, 1, 3).setOutcome(Outcome.OUTCOME_REJECTED))
                        .setFinishedAt(at(3)),
                waiting("d", "c").setState(PackageState.PACKAGE_STATE_BLOCKED).setReason("blocked by c"))));

        assertThat(texts(page, "//b[@class='id']")).containsExactly("a", "c", "b", "d");
        assertThat(texts(page, "//svg[@class='track']/rect/title"))
                .containsExactly(
                        "attempt 1: ejected, red check, 5.0s",
                        "attempt 2: accepted, 2.0s",
                        "merge queue: 1.0s",
                        "merge queue: 2.0s",
                        "attempt 1: rejected, 2.0s",
                        "attempt 1: accepted, 4.0s",
                        "merge queue: 3.0s");
        assertThat(texts(page, "//svg[@class='track']/svg/title")).containsExactly("integrated", "integrated");
        assertThat(texts(page, "//div[contains(@class, 'critical')]//b")).containsExactly("a", "b");
        assertThat(texts(page, "//span[@class='reason']")).containsExactly("blocked by c");
    }

    @Test
    void barsStandWhereTheirTimesAre() throws Exception {
        Document page = parsed(page(plan(1, 20, integrated("a", 5, 15, 20))));

        assertThat(texts(page, "//div[@class='chart']//rect[@class='good']/@x")).containsExactly("25.000%");
        assertThat(texts(page, "//div[@class='chart']//rect[@class='good']/@width"))
                .containsExactly("50.000%");
        assertThat(texts(page, "//svg[@class='track']/svg/@x")).containsExactly("100.000%");
        assertThat(texts(page, "//div[contains(@class, 'axis')]//text"))
                .containsExactly("0", "5s", "10s", "15s", "20s");
    }

    @Test
    void noTextOfOthersBecomesMarkup() throws Exception {
        Plan hostile = plan(1, 20, integrated("a", 5, 15, 20).setTitle(HOSTILE).setReason(HOSTILE)).toBuilder()
                .setTitle(HOSTILE)
                .setReason(HOSTILE)
                .setId(HOSTILE)
                .build();
        hostile = hostile.toBuilder()
                .setPackages(
                        0,
                        hostile.getPackages(0).toBuilder()
                                .setId("\"><script>")
                                .addIssues(HOSTILE)
                                .setAttempts(
                                        0,
                                        ejected(1, 5, 15, 16, EjectionKind.EJECTION_KIND_TRESPASS)
                                                .setAgent(HOSTILE)))
                .build();

        String page = page(hostile);

        assertThat(page).doesNotContain("<script", "onload='", "\u001b", "\u0000");
        String seen = HOSTILE.replace("\u001b", "").replace("\u0000", "");
        assertThat(texts(parsed(page), "//h1")).containsExactly(seen);
        assertThat(texts(parsed(page), "//td[1]")).containsExactly(seen);
    }

    @Test
    void theOutputOfARedCheckIsShownLineByLineAndAsText() throws Exception {
        PackageAttempt.Builder red = ejected(1, 0, 5, 6, EjectionKind.EJECTION_KIND_RED_CHECK);
        red.getEjectionBuilder().setExcerpt("FAIL: test_a\n<b>1</b> != 2\n");

        Document page = parsed(page(plan(1, 11, integrated("a", 0, 5, 11).setAttempts(0, red))));

        assertThat(texts(page, "//pre")).containsExactly("FAIL: test_a\n<b>1</b> != 2\n");
    }

    @Test
    void thePageLoadsNothingAndRunsNothing() {
        String page = page(plan(1, 20, integrated("a", 5, 15, 20)));

        assertThat(page)
                .contains("default-src 'none'")
                .doesNotContain(
                        "<script", "<link", "<img", "<iframe", "src=", "href=", "@import", "http://", "https://");
        assertThat(page.replace("url(#", "")).doesNotContain("url(");
    }

    @Test
    void theAxisHasAFewMarksWhateverThePlanTook() {
        for (long seconds : List.of(0L, 1L, 7L, 61L, 3599L, 86_400L, 40 * 86_400L)) {
            TimeAxis axis = new TimeAxis(new Span(SamplePlans.CREATED, SamplePlans.CREATED.plusSeconds(seconds)));
            assertThat(axis.marks()).as(seconds + " s").hasSizeBetween(1, 7);
        }
    }

    @Test
    void aPageOfFiveHundredPackagesStaysSmall() {
        String page = page(plan(
                8,
                500,
                IntStream.range(0, 500)
                        .mapToObj(i -> integrated("p" + i, i, i + 1, i + 2))
                        .toArray(PlanPackage.Builder[]::new)));

        assertThat(page.length()).isLessThan(1_000_000);
    }

    private static String page(Plan plan) {
        return PlanPage.of(plan, PlanFigures.of(plan, id -> null, SamplePlans.CREATED));
    }

    /** The page is XML as well, so that its structure can be looked at with what the JDK has. */
    private static Document parsed(String page) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(page)));
    }

    private static List<String> texts(Document page, String path) throws Exception {
        NodeList nodes = (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, page, XPathConstants.NODESET);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent())
                .toList();
    }
}
