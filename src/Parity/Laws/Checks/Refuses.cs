using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Parity.Cases;

namespace ParityNet.Parity.Laws;

/// <summary>Invalid arguments raise the exception message of the spec's own check.</summary>
sealed class Refuses : ITensorLaw
{
    public string? Broken<T>(IBackend backend, Case<T> @case) where T : unmanaged, IFloatingPointIeee754<T> => @case switch
    {
        FunctionCase<T> function => Function(backend, function),
        OptimizerCase<T> optimizer => Optimizer(backend, optimizer),
        _ => null,
    };

    static string? Function<T>(IBackend backend, FunctionCase<T> from) where T : unmanaged, IFloatingPointIeee754<T>
    {
        IFunction<T> bound = backend.Function<T>(from.Function);
        foreach (Operands<T> bad in Bad(from))
            if (Message(() => from.Function.Check(bad)) is { } expected)
                if (Differs(expected, Message(() => bound.Evaluate(bad)) ?? Message(() => bound.Value(bad))) is { } difference)
                    return difference;
        return Differs(Message(() => from.Function.CheckGradients(["nothing"]))!, Message(() => bound.Evaluate(from.Operands, ["nothing"])))
            ?? Cotangent(from, bound);
    }

    static string? Cotangent<T>(FunctionCase<T> from, IFunction<T> bound) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> wrong = Tensor.Create(new T[5], [1, 5]);
        string? expected = Message(() => FunctionSpec.CheckCotangent(wrong, from.Function.Check(from.Operands)));
        return expected is null ? null : Differs(expected, Message(() => bound.Evaluate(from.Operands, from.Gradients, wrong)));
    }

    static IEnumerable<Operands<T>> Bad<T>(FunctionCase<T> from) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> odd = Tensor.Create(new T[7 * 11], [7, 11]);
        yield return Operands<T>.None;
        yield return from.Operands.With("nothing", odd);
        foreach (OperandInfo info in from.Function.Operands)
        {
            yield return from.Operands.With(info.Name, odd);
            yield return from.Operands.With(info.Name, Tensor.Create(new long[7], [7]));
            yield return from.Operands.With(info.Name, Tensor.Create([-5L], [1]));
        }
    }

    static string? Optimizer<T>(IBackend backend, OptimizerCase<T> from) where T : unmanaged, IFloatingPointIeee754<T>
    {
        IOptimizer<T> bound = backend.Optimizer<T>(from.Optimizer);
        Tensor<T> odd = Tensor.Create(new T[7 * 11], [7, 11]);
        foreach (Tensor<T>[] bad in (Tensor<T>[][])[[], [.. from.Gradients, odd], [odd, .. from.Gradients.Skip(1)]])
            if (Message(() => from.State.Check(bad)) is { } expected)
                if (Differs(expected, Message(() => bound.Update(from.State, bad)) ?? "") is { } difference)
                    return difference;
        return null;
    }

    static string? Differs(string expected, string? actual) =>
        expected == actual ? null : $"bad arguments must be refused alike: expected \"{expected}\", got \"{actual ?? "a result"}\".";

    static string? Message(Action call)
    {
        try
        {
            call();
            return null;
        }
        catch (ArgumentException problem)
        {
            return problem.Message;
        }
    }
}
