using System.Collections.Immutable;
using System.Numerics;
using ParityNet.Native;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Laws;
using ParityNet.Parity.Planted;
using ParityNet.Parity.Tests.Planted;
using ParityNet.Parity.Verdicts;
using ParityNet.Reports.Rendering.Plots;
using Xunit;

namespace ParityNet.Parity.Tests;

/// <summary>The engine proves itself: what is planted must be found, soon, and every law must find something.</summary>
public sealed class PlantedErrorTests
{
    const int Limit = 100, Few = 4;

    public static TheoryData<string> Planted => [.. EveryPlantedError.All.Select(p => p.ToString())];

    [Theory, MemberData(nameof(Planted))]
    public void A_planted_error_is_caught_within_100_cases(string name)
    {
        PlantedError planted = EveryPlantedError.All.First(p => p.ToString() == name);
        IBackend wrong = planted.Plant(new NativeBackend());
        OpEntry entry = Catalog.Find(planted.Op);
        Assert.True(JudgedWrong<float>(wrong, entry) || JudgedWrong<double>(wrong, entry) || LawBook.All.Any(law => Breaks(law, wrong, entry)), $"{name} was not caught.");
    }

    [Fact]
    public void Every_law_is_broken_by_a_planted_error()
    {
        var right = new NativeBackend();
        string[] idle = [.. LawBook.All
            // Most errors break a law at once or never, so that few cases of all of them come first.
            .Where(law => !new[] { Few, Limit }.Any(cases =>
                EveryPlantedError.All.Any(planted => Breaks(law, planted.Plant(right), Catalog.Find(planted.Op), cases))))
            .Select(law => law.Name)];
        Assert.True(idle.Length == 0, string.Join("; ", idle));
    }

    [Fact]
    public void There_are_at_least_250_planted_errors_and_90_laws()
    {
        Assert.True(EveryPlantedError.Mathematics.Length >= 250);
        Assert.True(LawBook.All.Length >= 90);
        Assert.Equal(EveryPlantedError.All.Length, EveryPlantedError.All.Select(planted => planted.ToString()).Distinct().Count());
        Assert.Equal(LawBook.All.Length, LawBook.All.Select(law => law.Name).Distinct().Count());
    }

    static bool JudgedWrong<T>(IBackend wrong, OpEntry entry) where T : unmanaged, IFloatingPointIeee754<T>
    {
        // Schedules and initializers are under laws alone.
        if (!entry.IsComputed)
            return false;
        var draw = new Draw<T>(entry, 1);
        var judge = new Judge(wrong);
        // Long cases come last: each takes the time of many.
        return Enumerable.Range(0, Limit).OrderBy(LongShapes.IsTurn).Any(i => judge.Of(draw.At(i)) is { Holds: false });
    }

    static bool Breaks(Law law, IBackend wrong, OpEntry entry, int cases = Limit)
    {
        ImmutableArray<OpSpec> specs = [.. entry.Examples.Where(law.AppliesTo)];
        return !specs.IsEmpty && Enumerable.Range(0, cases).Any(i => LawTrial.Broken<float>(law, wrong, specs[i % specs.Length], (ulong)i) is not null);
    }
}
