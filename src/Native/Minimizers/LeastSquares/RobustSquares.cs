using System.Numerics.Tensors;
using ParityNet.Native.LinearAlgebra;

namespace ParityNet.Native.Minimizers;

/// <summary>
/// Residuals under a robust loss: <c>Σ ρ(rᵢ)</c> is the sum of squares of <c>±√ρ(rᵢ)</c>, whose derivative is <c>ρ′/(2√ρ)</c> times that of r.
/// </summary>
/// <param name="loss">ρ, without reduction; null for squares.</param>
sealed class RobustSquares(ILoss<double>? loss)
{
    // Nearer to 0 the quotient is 0/0; its limit is taken from here.
    const double Nearest = 1e-100;

    public double[] Values(double[] residuals)
    {
        if (loss is null)
            return residuals;
        var values = new double[residuals.Length];
        loss.ValueAndGradient(Tensor.Create(residuals, [residuals.Length]), Tensor.Create(new double[residuals.Length], [residuals.Length]))
            .Value.FlattenTo(values);
        for (int i = 0; i < values.Length; i++)
            values[i] = Math.CopySign(Math.Sqrt(values[i]), residuals[i]);
        return values;
    }

    public Matrix Derivatives(double[] residuals, Matrix jacobian)
    {
        if (loss is null)
            return jacobian;
        double[] near = Array.ConvertAll(residuals, r => Math.Abs(r) < Nearest ? Nearest : r);
        Tensor<double> zeros = Tensor.Create(new double[near.Length], [near.Length]);
        ValueAndGradient<double> at = loss.ValueAndGradient(Tensor.Create(near, [near.Length]), zeros);
        ReadOnlySpan<double> value = at.Value.Flat(), derivative = at.Gradient.Flat();
        Matrix scaled = jacobian.Copy();
        for (int i = 0; i < near.Length; i++)
        {
            double factor = Math.Abs(derivative[i]) / (2 * Math.Sqrt(value[i]));
            foreach (ref double element in scaled.Row(i))
                element *= factor;
        }
        return scaled;
    }
}
