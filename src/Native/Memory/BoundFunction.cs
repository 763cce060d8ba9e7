using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Native.Memory;

/// <summary>A function of the native backend that writes its results into memory that it is given: its own, or the caller's.</summary>
/// <param name="spec">The op.</param>
/// <param name="names">The arguments that gradients can be requested by; at most three, in the order of <see cref="Call{T}"/>.</param>
abstract class BoundFunction<T>(FunctionSpec spec, params string[] names) : IFunction<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly string[] byLead = [.. spec.ByLead];
    readonly Spares<T> spares = new();

    CheckedArguments? last;

    public Tensor<T> Value(Operands<T> operands)
    {
        CheckedArguments found = Check(operands);
        Tensor<T> value = New(found.Value.AsSpan());
        Run(new Call<T> { Operands = operands, Found = found, Value = value.FlatForWriting() });
        return value;
    }

    public void ValueInto(Operands<T> operands, Tensor<T> value)
    {
        CheckedArguments found = Check(operands);
        Require.Result(value, found.Value.AsSpan(), nameof(value));
        Span<T> memory = value.FlatForWriting();
        if (Shared.With(value, operands, null))
            Value(operands).CopyInto(value, nameof(value));
        else
            Run(new Call<T> { Operands = operands, Found = found, Value = memory });
    }

    public Evaluation<T> Evaluate(Operands<T> operands, IReadOnlyCollection<string>? gradients = null, Tensor<T>? cotangent = null)
    {
        CheckedArguments found = Check(operands);
        gradients ??= byLead;
        CheckGradients(gradients, found, operands);
        FunctionSpec.CheckCotangent(cotangent, found.Value);
        if (spares.Take(found, names, gradients, operands, cotangent) is { } again)
        {
            EvaluateInto(operands, again, cotangent);
            return again;
        }
        Tensor<T> value = New(found.Value.AsSpan());
        Tensor<T>? first = Wanting(0), second = Wanting(1), third = Wanting(2);
        Run(new Call<T>
        {
            Operands = operands,
            Found = found,
            Cotangent = cotangent,
            Value = value.FlatForWriting(),
            First = Memory(first),
            Second = Memory(second),
            Third = Memory(third),
        });
        ImmutableDictionary<string, Tensor<T>> all = Wanted.None<T>();
        all = first is null ? all : all.Add(names[0], first);
        all = second is null ? all : all.Add(names[1], second);
        all = third is null ? all : all.Add(names[2], third);
        return new(value, all);

        Tensor<T>? Wanting(int position) =>
            position < names.Length && gradients.Contains(names[position]) ? New(found.ShapeOf(names[position])) : null;
    }

    public void EvaluateInto(Operands<T> operands, Evaluation<T> results, Tensor<T>? cotangent = null)
    {
        ArgumentNullException.ThrowIfNull(results);
        CheckedArguments found = Check(operands);
        FunctionSpec.CheckCotangent(cotangent, found.Value);
        Require.Result(results.Value, found.Value.AsSpan(), "value");
        int left = results.Gradients.Count;
        Tensor<T>? first = Wanting(0), second = Wanting(1), third = Wanting(2);
        if (left > 0)
            foreach (string name in results.Gradients.Keys)
                CheckGradient(name, found, operands);
        if (Shared.With(results, operands, cotangent))
        {
            Evaluate(operands, [.. results.Gradients.Keys], cotangent).CopyInto(results);
            return;
        }
        Run(new Call<T>
        {
            Operands = operands,
            Found = found,
            Cotangent = cotangent,
            Value = results.Value.FlatForWriting(),
            First = Memory(first),
            Second = Memory(second),
            Third = Memory(third),
        });

        Tensor<T>? Wanting(int position)
        {
            if (left == 0 || position >= names.Length || !results.Gradients.TryGetValue(names[position], out Tensor<T>? gradient))
                return null;
            left--;
            CheckGradient(names[position], found, operands);
            Require.Result(gradient, found.ShapeOf(names[position]), names[position]);
            return gradient;
        }
    }

    public void GiveBack(Evaluation<T> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        spares.Add(results);
    }

    /// <summary>Computes the value and the requested gradients from checked arguments.</summary>
    protected abstract void Run(Call<T> call);

    CheckedArguments Check(Operands<T> operands)
    {
        CheckedArguments? before = last;
        CheckedArguments found = spec.CheckAgain(operands, before);
        if (found != before)
            last = found;
        return found;
    }

    // An enumerator would be allocated, so that those are counted which the op has.
    void CheckGradients(IReadOnlyCollection<string> gradients, CheckedArguments found, Operands<T> operands)
    {
        int right = 0;
        foreach (string name in names)
            if (gradients.Contains(name) && found.IsDifferentiable(name))
                right++;
        if (right != gradients.Count)
            spec.CheckGradients(gradients, operands);
    }

    void CheckGradient(string name, CheckedArguments found, Operands<T> operands)
    {
        if (!found.IsDifferentiable(name))
            spec.CheckGradients([name], operands);
    }

    static Span<T> Memory(Tensor<T>? tensor) => tensor is null ? [] : tensor.FlatForWriting();

    static Tensor<T> New(ReadOnlySpan<nint> shape) => Tensor.Create(Fresh.Array<T>(Shape.Count(shape)), shape);
}
