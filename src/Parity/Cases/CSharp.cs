using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Numerics.Tensors;
using System.Reflection;
using ParityNet.Schedules;

namespace ParityNet.Parity.Cases;

/// <summary>Writes values as C# source that rebuilds them to the bit.</summary>
static class CSharp
{
    /// <summary>The constructor call of a spec, without the options that have their defaults.</summary>
    public static string Spec(OpSpec spec)
    {
        ConstructorInfo constructor = OpEntry.ConstructorOf(spec.GetType());
        IEnumerable<string> given = constructor.GetParameters()
            .Select(p => (Parameter: p, Property: spec.GetType().GetProperty(p.Name!)))
            // A user's own spec need not be a record with one property per parameter.
            .Where(o => o.Property is not null)
            .Select(o => (o.Parameter, Value: o.Property!.GetValue(spec)))
            .Where(o => !o.Parameter.HasDefaultValue || Value(Default(o.Parameter)) != Value(o.Value))
            .Select(o => $"{o.Parameter.Name}: {Value(o.Value)}");
        return $"new {spec.GetType().Name}({string.Join(", ", given)})";
    }

    public static string Tensor<T>(Operand<T> operand) where T : unmanaged, IFloatingPointIeee754<T> => operand.IsIndices
        ? $"Tensor.Create<long>([{string.Join(", ", operand.Indices.Flat().ToArray())}], {Shape.Text(operand.Lengths)})"
        : Tensor(operand.Numbers);

    public static string Tensor<T>(Tensor<T> tensor) where T : unmanaged, IFloatingPointIeee754<T>
    {
        string dense =
            $"Tensor.Create<{ElementType.Keyword<T>()}>([{string.Join(", ", tensor.Flat().ToArray().Select(ElementType.Literal))}], " +
            $"{Shape.Text(tensor.Lengths)})";
        return tensor.IsDense ? dense : $"Strided.Of({dense})";
    }

    public static string Tensors<T>(IEnumerable<Tensor<T>> tensors) where T : unmanaged, IFloatingPointIeee754<T> =>
        $"[{string.Join(", ", tensors.Select(Tensor))}]";

    /// <summary>PyTorch's <c>pos_weight</c> as a C# variable.</summary>
    public static string Local(string name)
    {
        string[] words = name.Split('_');
        return string.Concat([words[0], .. words[1..].Select(w => char.ToUpperInvariant(w[0]) + w[1..])]);
    }

    static object? Default(ParameterInfo parameter) => parameter.DefaultValue is not { } value
        ? OptionValue.Nothing(parameter.ParameterType)
        : (Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType) is { IsEnum: true } words ? Enum.ToObject(words, value)
            : value;

    static string Value(object? value) => value switch
    {
        null => "null",
        bool b => b ? "true" : "false",
        double d => ElementType.Literal(d),
        Enum e => $"{e.GetType().Name}.{e}",
        OpSpec spec => Spec(spec),
        Factors factors => factors.Listed is { } list ? $"new Factors({string.Join(", ", list.Select(ElementType.Literal))})" : "step => …",
        IEnumerable items => $"[{string.Join(", ", items.Cast<object>().Select(Value))}]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
