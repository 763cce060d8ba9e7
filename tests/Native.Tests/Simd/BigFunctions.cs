namespace ParityNet.Native.Tests.Simd;

/// <summary>Elementary functions from their series, to far more digits than <c>double</c> has.</summary>
static class BigFunctions
{
    static readonly BigReal Ln2 = Artanh((BigReal)1 / 3).Scaled(1);
    static readonly BigReal Pi = 16 * ArcTanInverse(5) - 4 * ArcTanInverse(239);
    static readonly BigReal RootPi = Sqrt(Pi);
    static readonly BigReal RootHalf = Sqrt(BigReal.Of(0.5));

    public static BigReal Of(ElementaryFunction function, double x)
    {
        BigReal big = BigReal.Of(x);
        return function switch
        {
            ElementaryFunction.Exp => Exp(big),
            ElementaryFunction.Expm1 => Expm1(big),
            ElementaryFunction.Log => Log1p(big - 1),
            ElementaryFunction.Log1p => Log1p(big),
            ElementaryFunction.Tanh => Tanh(big),
            ElementaryFunction.Sigmoid => 1 / (1 + Exp(-big)),
            ElementaryFunction.Softplus => Softplus(big),
            ElementaryFunction.LogSigmoid => -Softplus(-big),
            ElementaryFunction.Erf => Erf(big),
            ElementaryFunction.NormalCdf => (1 + Erf(big * RootHalf)).Scaled(-1),
            ElementaryFunction.NormalPdf => Exp((-big * big).Scaled(-1)) * RootHalf / RootPi,
            _ => throw new ArgumentOutOfRangeException(nameof(function)),
        };
    }

    static BigReal Softplus(BigReal x) => x.IsNegative ? Log1p(Exp(x)) : x + Log1p(Exp(-x));

    static BigReal Tanh(BigReal x)
    {
        BigReal lessOne = Expm1(x.Scaled(1));
        return lessOne / (lessOne + 2);
    }

    static BigReal Exp(BigReal x)
    {
        int n = (int)Math.Round(x.Estimate / 0.6931471805599453);
        return (1 + ExpSeries(x - n * Ln2)).Scaled(n);
    }

    static BigReal Expm1(BigReal x) => x.Magnitude < -2 ? ExpSeries(x) : Exp(x) - 1;

    /// <summary>e^x − 1 for small x.</summary>
    static BigReal ExpSeries(BigReal x)
    {
        BigReal term = x, sum = x;
        for (int k = 2; Matters(term, sum); k++)
        {
            term = term * x / k;
            sum = (sum + term).Rounded();
        }
        return sum;
    }

    /// <summary>log(1 + x) as 2 artanh(x / (2 + x)), after 1 + x is brought near 1.</summary>
    static BigReal Log1p(BigReal x)
    {
        if (x.Magnitude < -2)
            return Artanh(x / (2 + x)).Scaled(1);
        BigReal sum = 1 + x;
        int n = sum.Magnitude;
        BigReal m = sum.Scaled(-n);
        return n * Ln2 + Artanh((m - 1) / (m + 1)).Scaled(1);
    }

    static BigReal Artanh(BigReal s)
    {
        BigReal square = s * s, power = s, sum = s;
        for (int k = 3; Matters(power, sum); k += 2)
        {
            power *= square;
            sum = (sum + power / k).Rounded();
        }
        return sum;
    }

    /// <summary>erf x = 2/√π · e^−x² · Σ 2^k x^(2k+1) / (2k+1)!!, whose terms have one sign.</summary>
    static BigReal Erf(BigReal x)
    {
        BigReal square = x * x, term = x, sum = x;
        for (int k = 1; Matters(term, sum); k++)
        {
            term = (term * square).Scaled(1) / (2 * k + 1);
            sum = (sum + term).Rounded();
        }
        return (sum * Exp(-square)).Scaled(1) / RootPi;
    }

    static bool Matters(BigReal term, BigReal sum) => !term.IsZero && term.Magnitude > sum.Magnitude - BigReal.Precision;

    static BigReal ArcTanInverse(int n)
    {
        BigReal power = (BigReal)1 / n, sum = power;
        for (int k = 3; Matters(power, sum); k += 2)
        {
            power = -power / (n * n);
            sum = (sum + power / k).Rounded();
        }
        return sum;
    }

    static BigReal Sqrt(BigReal x)
    {
        BigReal root = BigReal.Of(Math.Sqrt(x.Estimate));
        // Newton's rule doubles the digits each time.
        for (int digits = 50; digits < 2 * BigReal.Precision; digits *= 2)
            root = (root + x / root).Scaled(-1).Rounded();
        return root;
    }
}
