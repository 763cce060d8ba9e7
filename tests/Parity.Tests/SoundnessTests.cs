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
    }

    public static TheoryData<string> Known => [.. KnownDifferences.All.Select(k => k.Id)];

    [Theory, MemberData(nameof(Known))]
    public void A_known_difference_still_differs(string id)
    {
        KnownDifference known = KnownDifferences.All.First(k => k.Id == id);
        Assert.True(known.StillDiffers(known.Backend == "torch" ? Backends.RequireTorch() : Backends.Native));
    }

    [Fact]
    public void Laws_hold_but_for_those_on_record()
    {
        foreach (IBackend backend in new[] { Backends.Native, Backends.Torch }.OfType<IBackend>())
            foreach (OpEntry entry in Catalog.All)
                foreach (Law law in LawBook.All.Where(law => entry.Examples.Any(law.AppliesTo)))
                    if (KnownDifferences.ReasonForLaw(law.Name, entry.Name, backend.Name) is null)
                        Try(law, entry, backend, Backends.Cases(5800) / 1000);
    }

    [Fact]
    public void A_known_law_break_still_breaks()
    {
        IBackend torch = Backends.RequireTorch();
        foreach (KnownLawBreak known in KnownDifferences.LawBreaks)
        {
            Law law = LawBook.All.Single(l => l.Name == known.Law);
            OpSpec[] specs = [.. Catalog.Find(known.Op).Examples.Where(law.AppliesTo)];
            Assert.True(Enumerable.Range(0, 400).Any(i => LawTrial.Broken<float>(law, torch, specs[i % specs.Length], (ulong)i) is not null), $"{known.Law} holds for {known.Op}.");
        }
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
            Assert.Null(LawTrial.Broken<float>(law, backend, specs[i % specs.Length], (ulong)i));
            Assert.Null(LawTrial.Broken<double>(law, backend, specs[i % specs.Length], (ulong)i));
        }
    }
}
