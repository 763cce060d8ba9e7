using System.Numerics;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Definitions.Engine;

/// <summary>The named arguments of an op in a number system.</summary>
sealed class Arguments<R>
    where R : struct, IReal<R>
{
    readonly Dictionary<string, Argument<R>> byName = new(StringComparer.Ordinal);

    /// <summary>The elements of the results that are evaluated.</summary>
    public Wanted Wanted { get; init; } = Wanted.All;

    public IEnumerable<string> Names => byName.Keys;

    public Argument<R> this[string name]
    {
        get => byName[name];
        init => byName[name] = value;
    }

    public static Arguments<R> Of<T>(FunctionSpec spec, Operands<T> operands, Wanted? wanted = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var arguments = new Arguments<R> { Wanted = wanted ?? Wanted.All };
        foreach (OperandInfo info in spec.Operands.Where(info => operands.Has(info.Name)))
            arguments.byName[info.Name] = Argument<R>.Of(info, operands[info.Name]);
        return arguments;
    }

    /// <summary>The shape to which the arguments of a loss broadcast.</summary>
    public nint[] Common(BroadcastLoss spec) => [.. spec.Common(name => [.. this[name].Shape])];

    public static Arguments<R> Of(IEnumerable<(string Name, Argument<R> Argument)> all)
    {
        var arguments = new Arguments<R>();
        foreach ((string name, Argument<R> argument) in all)
            arguments.byName[name] = argument;
        return arguments;
    }

    public bool Has(string name) => byName.ContainsKey(name);
}
