using System.Numerics;
using System.Runtime.Intrinsics.X86;
using ParityNet.Activations;
using ParityNet.Losses;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Known;
using ParityNet.Parity.Laws;
using ParityNet.Parity.Planted;
using ParityNet.Parity.Tests.Planted;
using ParityNet.Parity.Verdicts;
using ParityNet.Reports.Rendering.Plots;
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
        foreach (KnownDifference known in KnownDifferences.All.Where(k => k.Id == id))
        {
            IBackend backend = Seen(known.Seen, known.Backend);
            Assert.True(known.StillDiffers(backend));
        }
    }

    [Theory, InlineData("default"), InlineData("avx2"), InlineData("avx512")]
    public void What_is_on_record_is_so_with_every_vector_capability(string capability)
    {
        Assert.SkipWhen(Backends.RequireTorch().Info.InstructionSets.Contains(capability), "This process asserts it itself.");
        Assert.SkipUnless(capability != "avx512" || (Avx512BW.VL.IsSupported && Avx512DQ.IsSupported), "The processor lacks AVX-512.");
        Assert.SkipUnless(capability != "avx2" || (Avx2.IsSupported && Fma.IsSupported), "The processor lacks AVX2.");
        (int code, string text) = Child.Run(("ATEN_CPU_CAPABILITY", capability), nameof(A_known_difference_still_differs), nameof(A_known_law_break_still_breaks_on_its_pinned_case));
        Assert.True(code == 0, text);
    }

    [Fact]
    public void A_run_on_a_version_without_records_says_so()
    {
        var info = new BackendInfo("torch", "9.9.9", "TorchSharp 9.9; libtorch 9.9.9; MKL 2024.1", ["avx2"], 1);
        Assert.Contains("this is TorchSharp 9.9; libtorch 9.9.9; MKL 2024.1", KnownDifferences.Uncovered(info), StringComparison.Ordinal);
        Assert.Null(KnownDifferences.Uncovered(info with { Build = "TorchSharp 0.107.0; libtorch 2.10.0; MKL 2024.2" }));
    }

    [Fact]
    public void A_law_does_not_accuse_an_op_of_what_another_does()
    {
        PlantedError planted = EveryPlantedError.All.First(p => p is { Op: "hardtanh", Name: "beyond the bounds" });
        var wrong = new WrongAlone(Backends.Native, planted);
        Assert.Contains(LawBook.All, law => law.AppliesTo(new Hardtanh()) && LawTrial.Broken<double>(law, wrong, new Hardtanh(), 1) is not null);
        Assert.DoesNotContain(LawBook.All, law => law.AppliesTo(new ReLU6()) && LawTrial.Broken<double>(law, wrong, new ReLU6(), 1) is not null);
        Assert.DoesNotContain(LawBook.All, law => law.AppliesTo(new Softshrink()) && LawTrial.Broken<double>(law, wrong, new Softshrink(), 1) is not null);
    }

    [Fact]
    public void A_law_that_uses_a_second_op_names_it()
    {
        var wrong = new WrongAlone(Backends.Native, EveryPlantedError.All.First(p => p is { Op: "relu6", Name: "2 at most" }));
        Law law = LawBook.All.Single(l => l.Name == "relu6 = hardtanh(0, 6)");
        string? broken = Enumerable.Range(0, 20).Select(i => LawTrial.Broken<double>(law, wrong, new ReLU6(), (ulong)i)).OfType<string>().First();
        Assert.StartsWith("with hardtanh: ", broken, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_breaks_the_law_about_results_alone()
    {
        IBackend wrong = EveryPlantedError.All.First(p => p.Name == "refuses everything").Plant(Backends.Native);
        Law[] broken = [.. LawBook.All.Where(law => law.OnCase is not null && law.AppliesTo(new Huber()) && LawTrial.Broken<double>(law, wrong, new Huber(), 1) is not null)];
        Assert.Contains(broken, law => law.Name == "every valid input gives a result");
        Assert.DoesNotContain(broken, law => law.Name == "same input ⇒ same result, bit for bit");
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
        Assert.True(known.StillBreaks(Seen(known.Seen, known.Backend)));
        Assert.False(known.StillBreaks(Backends.Native));
    }

    [Fact]
    public void Links_of_what_is_on_record_are_addresses()
    {
        Assert.All(KnownDifferences.LawBreaks, known => Assert.StartsWith("https://", known.Link, StringComparison.Ordinal));
        Assert.All(KnownDifferences.All, known => Assert.True(known.Link.Length == 0 || known.Link.StartsWith("https://", StringComparison.Ordinal)));
    }

    static IBackend Seen(Sighting seen, string name)
    {
        IBackend backend = Backends.Require(name);
        Assert.SkipUnless(seen.Covers(backend.Info), $"Seen in {seen} and not with {string.Join(", ", backend.Info.InstructionSets)}.");
        return backend;
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
