using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet;

/// <summary>A loss, an activation or a layer bound to a backend: computes values and gradients of named tensors.</summary>
/// <remarks>Pure: arguments are not modified, and results are new dense tensors.</remarks>
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
}
