using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet;

/// <summary>A loss, an activation or a layer bound to a backend: computes values and gradients of named tensors.</summary>
/// <remarks>
/// Pure: arguments are not modified, and results are new dense tensors. For hot loops, <see cref="ValueInto"/> and
/// <see cref="EvaluateInto"/> write the same bits into tensors of the caller.
/// </remarks>
/// <typeparam name="T">The floating-point type.</typeparam>
public interface IFunction<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Computes the value.</summary>
    /// <param name="operands">The arguments; any layout.</param>
    /// <returns>The value; shape <c>[1]</c> for a reduced loss.</returns>
    /// <exception cref="ArgumentException">The arguments do not fit; see <see cref="FunctionSpec.Check{T}"/>.</exception>
    Tensor<T> Value(Operands<T> operands);

    /// <summary>Computes the value and gradients of <c>⟨cotangent, value⟩</c>, in one pass where it can.</summary>
    /// <param name="operands">The arguments; any layout.</param>
    /// <param name="gradients">The names of the arguments to differentiate with respect to; null for the first one only.</param>
    /// <param name="cotangent">The incoming gradient, of the value's shape; null for ones.</param>
    /// <returns>The value, and each gradient in the shape of its argument.</returns>
    /// <exception cref="ArgumentException">The arguments do not fit, or one of the names is not differentiable.</exception>
    Evaluation<T> Evaluate(Operands<T> operands, IReadOnlyCollection<string>? gradients = null, Tensor<T>? cotangent = null);

    /// <summary>Computes the value into a tensor of the caller.</summary>
    /// <remarks>By default it is computed and copied; the native backend writes it in place, without an allocation where shapes repeat.</remarks>
    /// <param name="operands">The arguments; any layout.</param>
    /// <param name="value">
    /// Receives the value; dense, and of its shape. It may share memory with an argument, which is then overwritten.
    /// </param>
    /// <exception cref="ArgumentException">The arguments do not fit, or <paramref name="value"/> has another shape or is not dense.</exception>
    void ValueInto(Operands<T> operands, Tensor<T> value) => Value(operands).CopyInto(value, "value");

    /// <summary>
    /// Computes the value and gradients of <c>⟨cotangent, value⟩</c> into tensors of the caller, most often those of an earlier call.
    /// </summary>
    /// <remarks>
    /// By default they are computed and copied; the native backend writes them in place, without an allocation where shapes repeat.
    /// </remarks>
    /// <param name="operands">The arguments; any layout.</param>
    /// <param name="results">
    /// Receives the value, and the gradient by every argument that it names; dense tensors of their shapes that share no memory with each
    /// other. They may share memory with the arguments, which are then overwritten.
    /// </param>
    /// <param name="cotangent">The incoming gradient, of the value's shape; null for ones.</param>
    /// <exception cref="ArgumentException">
    /// The arguments do not fit, one of the names is not differentiable, or a tensor of <paramref name="results"/> has another shape or is not
    /// dense.
    /// </exception>
    void EvaluateInto(Operands<T> operands, Evaluation<T> results, Tensor<T>? cotangent = null)
    {
        ArgumentNullException.ThrowIfNull(results);
        Evaluate(operands, [.. results.Gradients.Keys], cotangent).CopyInto(results);
    }

    /// <summary>
    /// Gives results of <see cref="Evaluate"/> back, so that a later call with arguments of the same shapes may return the same memory.
    /// </summary>
    /// <remarks>
    /// Large results cost more time by memory fresh from the system than by arithmetic. Whoever gives nothing back need not know of this. A
    /// backend may also leave them to the garbage collector, as is the default.
    /// </remarks>
    /// <param name="results">The results, which the caller no longer uses.</param>
    void GiveBack(Evaluation<T> results) { }
}
