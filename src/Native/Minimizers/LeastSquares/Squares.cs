using ParityNet.Native.LinearAlgebra;

namespace ParityNet.Native.Minimizers;

/// <summary>Residuals and Jacobians with at least as many rows as variables: zeros are appended, which changes no sum.</summary>
static class Squares
{
    public static Matrix Tall(Matrix jacobian)
    {
        if (jacobian.Rows >= jacobian.Columns)
            return jacobian;
        var tall = new Matrix(jacobian.Columns, jacobian.Columns);
        jacobian.Elements.CopyTo(tall.Elements);
        return tall;
    }

    public static double[] Tall(ReadOnlySpan<double> residuals, int variables)
    {
        var tall = new double[Math.Max(residuals.Length, variables)];
        residuals.CopyTo(tall);
        return tall;
    }
}
