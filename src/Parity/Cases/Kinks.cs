using System.Collections.Immutable;

namespace ParityNet.Parity.Cases;

/// <summary>The points at which an op may switch formulas, derived from its options.</summary>
static class Kinks
{
    /// <summary>0, ½, 1, the kinks that the spec declares, every number among the options, and the quotients of any two.</summary>
    public static ImmutableArray<double> Of(OpSpec spec)
    {
        OpEntry? entry = Catalog.All.FirstOrDefault(e => e.SpecType == spec.GetType());
        double[] options = [.. (entry?.Options ?? []).SelectMany(o => NumbersIn(o.Property.GetValue(spec)))];
        IEnumerable<double> quotients = options.SelectMany(_ => options, (a, b) => a / b).Where(q => double.IsFinite(q) && q != 0);
        IEnumerable<double> named = spec is FunctionSpec function ? function.Kinks : [];
        return [.. options.Concat(quotients).Concat(named).Prepend(1).Prepend(0.5).Prepend(0).Distinct()];
    }

    static IEnumerable<double> NumbersIn(object? value) => value switch
    {
        double number => [number],
        IEnumerable<double> numbers => numbers,
        _ => [],
    };
}
