using System.Numerics;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Known;
using ParityNet.Parity.Laws;
using ParityNet.Parity.Verdicts;
using Xunit;

namespace ParityNet.Parity.Tests;

/// <summary>Right code raises no alarm. PARITY_CASES=100000 runs the whole check.</summary>
public sealed class SoundnessTests
{
    static readonly OpEntry[] Ops = [.. Catalog.All.Where(entry => entry.IsComputed)];

    [Fact]
    public void Both_backends_lie_inside_every_enclosure_or_differ_for_a_reason_on_record()
    {
        int each = Math.Max(1, Backends.Cases(5800) / (2 * Ops.Length) + 1);
        string[] alarms = [.. Ops.SelectMany(entry => Alarms<float>(entry, each).Concat(Alarms<double>(entry, each)))];
        Assert.True(alarms.Length == 0, $"{alarms.Length} alarms:\n{string.Join('\n', alarms.Take(5))}");
        // What the native backend has shown alone is less than the name says.
        Backends.RequireTorch();
    }

    public static TheoryData<string> Known => [.. KnownDifferences.All.Select(k => k.Id)];

    [Theory, MemberData(nameof(Known))]
    public void A_known_difference_still_differs(string id)
    {
        KnownDifference known = KnownDifferences.All.First(k => k.Id == id);
        Assert.True(known.StillDiffers(Backends.Require(known.Backend)));
    }

    [Theory, InlineData("native"), InlineData("torch")]
    public void Laws_hold_but_for_those_on_record(string name)
    {
        IBackend backend = Backends.Require(name);
        foreach (OpEntry entry in Catalog.All)
            foreach (Law law in LawBook.All.Where(law => entry.Examples.Any(law.AppliesTo)))
                if (KnownDifferences.ReasonForLaw(law.Name, entry.Name, backend.Name) is null)
                    Try(law, entry, backend, Backends.Cases(5800) / 1000);
    }

    public static TheoryData<string, string> Breaks => [.. KnownDifferences.LawBreaks.Select(known => (known.Law, known.Op))];

    [Theory, MemberData(nameof(Breaks))]
    public void A_known_law_break_still_breaks_on_its_pinned_case(string law, string op)
    {
        KnownLawBreak known = KnownDifferences.LawBreaks.Single(k => k.Law == law && k.Op == op);
        Assert.Equal(op, CaseReader.Read(known.Request).Spec.Name);
        Assert.True(known.StillBreaks(Backends.Require(known.Backend)));
        Assert.False(known.StillBreaks(Backends.Native));
    }

    [Fact]
    public void Links_of_what_is_on_record_are_addresses()
    {
        Assert.All(KnownDifferences.LawBreaks, known => Assert.StartsWith("https://", known.Link, StringComparison.Ordinal));
        Assert.All(KnownDifferences.All, known => Assert.True(known.Link.Length == 0 || known.Link.StartsWith("https://", StringComparison.Ordinal)));
    }

    static string[] Alarms<T>(OpEntry entry, int count) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var draw = new Draw<T>(entry, 1);
        var judge = new Judge(Backends.Native, Backends.Torch, KnownDifferences.All);
        var alarms = new string?[count];
        Parallel.For(0, count, i => alarms[i] = judge.Of(draw.At(i)) is { Holds: false } judged
            ? $"{entry.Name}, case {i}: {judged.Failure} {judged.Outside}\n{judged.Case.Code()}"
            : null);
        return [.. alarms.OfType<string>()];
    }

    static void Try(Law law, OpEntry entry, IBackend backend, int count)
    {
        OpSpec[] specs = [.. entry.Examples.Where(law.AppliesTo)];
        for (int i = 0; i < count; i++)
        {
            string? broken = LawTrial.Broken<float>(law, backend, specs[i % specs.Length], (ulong)i) ?? LawTrial.Broken<double>(law, backend, specs[i % specs.Length], (ulong)i);
            Assert.True(broken is null, $"{law} of {entry.Name}, case {i}: {broken}");
        }
    }
}
