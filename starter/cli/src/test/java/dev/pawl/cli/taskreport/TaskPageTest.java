package dev.pawl.cli.taskreport;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import dev.pawl.api.v1.Control;
import dev.pawl.api.v1.Decision;
import dev.pawl.api.v1.DecisionType;
import dev.pawl.api.v1.Iteration;
import dev.pawl.api.v1.NetworkAccess;
import dev.pawl.api.v1.Proof;
import dev.pawl.api.v1.SandboxKind;
import dev.pawl.api.v1.Session;
import dev.pawl.api.v1.SessionStatus;
import dev.pawl.api.v1.Task;
import dev.pawl.cli.fake.Tasks;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class TaskPageTest {
    private static final String HOSTILE = "<script>alert(1)</script> \" onload='x' &lt; %s \u001b[31m\u0000 ]]>";
    private static final long CREATED = 1_770_000_000L;
    private static final Instant NOW = Instant.ofEpochSecond(CREATED + 100);
    private static final String PATCH = """
            diff --git a/calculator.py b/calculator.py
            new file mode 100644
            index 0000000..1111111
            --- /dev/null
            +++ b/calculator.py
            @@ -0,0 +1,3 @@
            +def add(a, b):
            +\treturn a + b
            +-- not a header
            diff --git a/old.py b/old.py
            --- a/old.py
            +++ b/old.py
            @@ -1,2 +1,1 @@
             kept
            -gone
            """;

    @Test
    void aBarStandsWhereItsSessionRanAndAMarkWhereWasDecided() throws Exception {
        Document page = parsed(page(task(), decisions(), PATCH));

        assertThat(texts(page, "//b[@class='id']")).containsExactly("iteration 1", "iteration 2");
        assertThat(texts(page, "//svg[@class='track']/rect/@class")).containsExactly("bad", "good");
        assertThat(texts(page, "//svg[@class='track']/rect/@x")).containsExactly("10.000%", "50.000%");
        assertThat(texts(page, "//svg[@class='track']/rect/@width")).containsExactly("20.000%", "40.000%");
        assertThat(texts(page, "//svg[@class='track']/svg/@x")).containsExactly("35.000%", "95.000%");
    }

    @Test
    void everyDecisionIsShownWithItsReasonsAndWhoMadeIt() throws Exception {
        Document page = parsed(page(task(), decisions(), PATCH));

        assertThat(texts(page, "//div[@class='decision retry']//li")).containsExactly("check tests failed");
        assertThat(texts(page, "//div[@class='decision accept']//li")).containsExactly("all evidence is green");
        assertThat(texts(page, "//div[@class='decision accept']/span"))
                .containsExactly("iteration 2 · by ada · score 0.90 · 2026-02-02 02:41:35 UTC");
    }

    @Test
    void theEvidenceSaysBecauseOfWhatAResultIsGreen() throws Exception {
        Document page = parsed(page(task(), decisions(), PATCH));

        assertThat(texts(page, "//li[@class='line']")).contains("check 'tests' is green because of calculator.py");
        assertThat(texts(page, "//td[@class='green']")).containsExactly("passed");
    }

    @Test
    void theChangeIsShownFileByFileInColours() throws Exception {
        Document page = parsed(page(task(), decisions(), PATCH));

        assertThat(texts(page, "//section[@class='diff']//summary"))
                .containsExactly("calculator.py +3 -0", "old.py +0 -1");
        assertThat(texts(page, "//span[@class='add']"))
                .containsExactly("+def add(a, b):", "+\treturn a + b", "+-- not a header");
        assertThat(texts(page, "//span[@class='del']")).containsExactly("-gone");
        assertThat(texts(page, "//span[@class='hunk']")).hasSize(2);
    }

    @Test
    void aLargeChangeIsCutAndThePageSaysHowToSeeTheRest() {
        String page = page(task(), decisions(), PATCH + "+x\n".repeat(PatchLines.MOST_LINES));

        assertThat(page).contains("15 more lines", "pawl diff " + Tasks.ID);
        assertThat(page.length()).isLessThan(2_000_000);
    }

    @Test
    void charactersThatReverseCodeAreMadeVisible() {
        assertThat(page(task(), decisions(), PATCH + "+if (admin\u202E) {\n")).contains("admin⟦U+202E⟧) {");
    }

    @Test
    void noTextOfOthersBecomesMarkup() throws Exception {
        Task.Builder hostile = task().toBuilder()
                .setTitle(HOSTILE)
                .setReason(HOSTILE)
                .setAgent(HOSTILE)
                .addNotes(HOSTILE)
                .addLabels(HOSTILE);
        hostile.getIterationsBuilder(1)
                .getChecksBuilder(0)
                .setName(HOSTILE)
                .setSatisfied(false)
                .setExcerpt(HOSTILE);
        hostile.getSessionsBuilder(0).setAgent(HOSTILE).setReason(HOSTILE).setModel(HOSTILE);
        hostile.setQuestion(Tasks.waiting("clarify").getQuestion().toBuilder()
                .setQuestion(HOSTILE)
                .addReasons(HOSTILE));
        List<Decision> decided = List.of(decisions().getFirst().toBuilder()
                .addReasons(HOSTILE)
                .setDecidedBy(HOSTILE)
                .build());

        String page = page(hostile.build(), decided, "diff --git a/x b/" + HOSTILE + "\n@@ @@\n+" + HOSTILE + "\n");

        assertThat(page).doesNotContain("<script", "onload='", "\u001b", "\u0000");
        String seen = HOSTILE.replace("\u001b", "").replace("\u0000", "");
        assertThat(texts(parsed(page), "//h1")).containsExactly(seen);
        assertThat(texts(parsed(page), "//span[@class='add']")).containsExactly("+" + seen);
    }

    @Test
    void thePageLoadsNothingAndRunsNothing() {
        String page = page(task(), decisions(), PATCH);

        assertThat(page)
                .contains("default-src 'none'", "prefers-color-scheme: dark", "@media print", "max-width: 640px")
                .doesNotContain(
                        "<script", "<link", "<img", "<iframe", "src=", "href=", "@import", "http://", "https://");
        assertThat(page.replace("url(#", "")).doesNotContain("url(");
    }

    @Test
    void aTaskThatJustBeganHasAPageToo() throws Exception {
        Document page = parsed(page(Tasks.fresh().build(), List.of(), ""));

        assertThat(texts(page, "//section/p")).contains("no decision yet", "nothing was assessed yet", "no change");
    }

    @Test
    void thePageSaysWhetherTheAgentHadASandbox() throws Exception {
        Task.Builder sandboxed = task().toBuilder();
        sandboxed
                .getWorkspaceBuilder()
                .setSandbox(SandboxKind.SANDBOX_KIND_BUBBLEWRAP)
                .setNetwork(NetworkAccess.NETWORK_ACCESS_AGENT);

        assertThat(texts(parsed(page(task(), List.of(), PATCH)), "//p[@class='facts']"))
                .anyMatch(facts -> facts.contains("no sandbox: the agent had all rights of its user"));
        assertThat(texts(parsed(page(sandboxed.build(), List.of(), PATCH)), "//p[@class='facts']"))
                .anyMatch(facts -> facts.contains("sandbox with network: agent"));
    }

    private static String page(Task task, List<Decision> decisions, String patch) {
        return TaskPage.of(task, decisions, patch, NOW);
    }

    private static Task task() {
        Task.Builder task = Tasks.accepted().toBuilder().setFinishedAt(at(100));
        Iteration.Builder second = task.getIterationsBuilder(1);
        second.setProof(Proof.newBuilder()
                .setVerified(true)
                .addControls(Control.newBuilder()
                        .setCheck("tests")
                        .setState("confirmed")
                        .setLine("check 'tests' is green because of calculator.py")));
        Session.Builder first = task.getSessionsBuilder(0);
        first.setStatus(SessionStatus.SESSION_STATUS_FAILED)
                .setStartedAt(at(10))
                .setEndedAt(at(30));
        task.getSessionsBuilder(1).setStartedAt(at(50)).setEndedAt(at(90));
        return task.build();
    }

    private static List<Decision> decisions() {
        return List.of(
                Decision.newBuilder()
                        .setNumber(1)
                        .setIteration(1)
                        .setType(DecisionType.DECISION_TYPE_RETRY)
                        .addReasons("check tests failed")
                        .setDecidedBy("policy")
                        .setCreatedAt(at(35))
                        .build(),
                Decision.newBuilder()
                        .setNumber(2)
                        .setIteration(2)
                        .setType(DecisionType.DECISION_TYPE_ACCEPT)
                        .addReasons("all evidence is green")
                        .setDecidedBy("ada")
                        .setScore(0.9)
                        .setCreatedAt(at(95))
                        .build());
    }

    private static Timestamp at(long seconds) {
        return Timestamp.newBuilder().setSeconds(CREATED + seconds).build();
    }

    /** The page is XML as well, so that its structure can be looked at with what the JDK has. */
    private static Document parsed(String page) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(page)));
    }

    private static List<String> texts(Document page, String path) throws Exception {
        NodeList nodes = (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, page, XPathConstants.NODESET);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent().strip())
                .toList();
    }
}
