using System.Globalization;
using System.Text;
using System.Xml;
using ParityNet.Reports.Rendering.Sections;

namespace ParityNet.Reports.Rendering;

/// <summary>Renders a report as JUnit XML, the form in which build servers read test results.</summary>
/// <remarks>
/// A suite is an op: one test per element type for values, gradients and state, and one per law, element type and backend. Known differences and the
/// numbers of the textbook are suites of their own. A law that is known to break, and what did not run, is skipped with its reason.
/// </remarks>
public static class JUnitView
{
    /// <summary>Renders a report.</summary>
    /// <param name="report">The report.</param>
    /// <returns>The text of the file.</returns>
    public static string Render(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, Settings))
            Write(xml, [.. Suites(report)]);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n";
    }

    static XmlWriterSettings Settings => new() { Indent = true, IndentChars = " ", NewLineChars = "\n", Encoding = new UTF8Encoding(false) };

    static IEnumerable<Suite> Suites(Report report)
    {
        ILookup<string, LawReport> laws = report.Laws.ToLookup(law => law.Op);
        foreach (IGrouping<string, OpReport> op in report.Ops.GroupBy(op => op.Op))
            yield return new(op.Key, [.. op.Select(Judged), .. laws[op.Key].Select(Checked)]);
        foreach (IGrouping<string, LawReport> alone in laws.Where(op => report.Ops.All(judged => judged.Op != op.Key)))
            yield return new(alone.Key, [.. alone.Select(Checked)]);
        yield return new("known differences", [.. report.KnownDifferences.Select(known => new Test(known.Id,
            known.StillDiffers == false ? KnownSection.Pinned(known) : null, known.StillDiffers is null ? KnownSection.Pinned(known) : null))]);
        yield return new("textbook", [.. report.Textbook.Rows.Select(row => new Test($"{row.Row}: {row.What}",
            row.Agrees ? null : $"expected {row.Expected}, got " +
                string.Join(", ", row.Computed.Select(n => $"{NumberText.Full(n.Value)} on {n.Backend}"))))]);
        yield return new("not covered", [.. report.Skipped.Select(skip => new Test(skip.What, Skipped: skip.Reason))]);
    }

    static Test Judged(OpReport op) => new($"{op.ElementType}: values, gradients and state",
        op.Outside() == 0 ? null : string.Join('\n', op.Disagreements.SelectMany(shown => (string[])[CasePart.Heading(shown), shown.Replay])
            .Prepend($"{NumberText.Count(op.Outside())} outside the bounds of the definition")));

    static Test Checked(LawReport law) => new($"{law.ElementType}, {law.Backend}: {law.Name}",
        law.IsBroken() ? $"broken in {law.Broken} of {NumberText.Count(law.Cases, "case")}\n{law.CounterExample}" : null,
        law.Broken > 0 ? law.Known : null);

    static void Write(XmlWriter xml, IReadOnlyList<Suite> suites)
    {
        xml.WriteStartElement("testsuites");
        xml.WriteAttributeString("name", "paritynet");
        WriteCounts(xml, suites.SelectMany(suite => suite.Tests));
        foreach (Suite suite in suites.Where(suite => suite.Tests.Count > 0))
        {
            xml.WriteStartElement("testsuite");
            xml.WriteAttributeString("name", suite.Name);
            WriteCounts(xml, suite.Tests);
            foreach (Test test in suite.Tests)
                Write(xml, suite, test);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    static void Write(XmlWriter xml, Suite suite, Test test)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", suite.Name);
        xml.WriteAttributeString("name", Clean(test.Name));
        if (test.Failure is { } failure)
        {
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("message", Clean(failure.Split('\n')[0]));
            xml.WriteString(Clean(failure));
            xml.WriteEndElement();
        }
        else if (test.Skipped is { } reason)
        {
            xml.WriteStartElement("skipped");
            xml.WriteAttributeString("message", Clean(reason));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    static void WriteCounts(XmlWriter xml, IEnumerable<Test> tests)
    {
        Test[] all = [.. tests];
        (string Name, int Count)[] counts =
        [
            ("tests", all.Length), ("failures", all.Count(test => test.Failure is not null)), ("errors", 0),
            ("skipped", all.Count(test => test.Failure is null && test.Skipped is not null)),
        ];
        foreach ((string name, int count) in counts)
            xml.WriteAttributeString(name, count.ToString(CultureInfo.InvariantCulture));
    }

    // XML cannot hold every character that a message can.
    static string Clean(string text) => string.Concat(text.Where(XmlConvert.IsXmlChar));

    sealed record Suite(string Name, IReadOnlyList<Test> Tests);

    sealed record Test(string Name, string? Failure = null, string? Skipped = null);
}
