namespace ParityNet.Minimizers;

public sealed partial class ObjectiveEvaluator<T>
{
    delegate T[] Function(ReadOnlySpan<T> x);

    // Central differences err by h²f‴/6 and by εf/h: least at the cube root of ε. Second differences of values err by εf/h²: the fourth root.
    static readonly T Epsilon = T.BitIncrement(T.One) - T.One, Cube = T.Cbrt(Epsilon), Fourth = T.Sqrt(T.Sqrt(Epsilon));

    bool HasGradient => Objective.Gradient is not null || Objective.ValueAndGradient is not null || Objective.Jacobian is not null;

    T[] GradientOfValues(ReadOnlySpan<T> x)
    {
        Differenced |= Differenced.Gradient;
        T[,] row = Differences(x, at => [Value(at)]);
        var gradient = new T[Variables];
        for (int j = 0; j < Variables; j++)
            gradient[j] = row[0, j];
        return gradient;
    }

    T[,] Differences(ReadOnlySpan<T> x, Function function)
    {
        T[,]? all = null;
        T[] moved = x.ToArray();
        for (int j = 0; j < Variables; j++)
        {
            T here = x[j], step = StepAt(here, Cube);
            moved[j] = here + step;
            T up = moved[j];
            T[] above = function(moved);
            moved[j] = here - step;
            T width = up - moved[j];
            T[] below = function(moved);
            moved[j] = here;
            all ??= new T[above.Length, Variables];
            for (int i = 0; i < above.Length; i++)
                all[i, j] = (above[i] - below[i]) / width;
        }
        return all!;
    }

    T[,] HessianOfGradients(ReadOnlySpan<T> x)
    {
        Differenced |= Differenced.Hessian;
        return HasGradient ? Symmetric(Differences(x, Gradient)) : HessianOfValues(x);
    }

    T[,] HessianOfValues(ReadOnlySpan<T> x)
    {
        var hessian = new T[Variables, Variables];
        T[] start = x.ToArray();
        for (int i = 0; i < Variables; i++)
            for (int j = 0; j <= i; j++)
            {
                T a = StepAt(start[i], Fourth), b = StepAt(start[j], Fourth);
                T second = Moved(start, i, a, j, b) - Moved(start, i, a, j, -b) - Moved(start, i, -a, j, b) + Moved(start, i, -a, j, -b);
                hessian[i, j] = hessian[j, i] = second / (T.CreateChecked(4) * a * b);
            }
        return hessian;
    }

    T Moved(T[] start, int i, T a, int j, T b)
    {
        T[] at = [.. start];
        at[i] += a;
        at[j] += b;
        return Value(at);
    }

    T[] ProductOfGradients(ReadOnlySpan<T> x, ReadOnlySpan<T> v)
    {
        Differenced |= Differenced.Hessian;
        T longest = T.Zero, largest = T.One;
        for (int i = 0; i < Variables; i++)
            (longest, largest) = (T.Max(longest, T.Abs(v[i])), T.Max(largest, T.Abs(x[i])));
        if (longest == T.Zero)
            return new T[Variables];
        T step = (HasGradient ? Cube : Fourth) * largest / longest;
        var above = new T[Variables];
        var below = new T[Variables];
        for (int i = 0; i < Variables; i++)
            (above[i], below[i]) = (x[i] + step * v[i], x[i] - step * v[i]);
        T[] up = Gradient(above), down = Gradient(below);
        for (int i = 0; i < Variables; i++)
            up[i] = (up[i] - down[i]) / (step + step);
        return up;
    }

    static T StepAt(T x, T relative) => relative * T.Max(T.One, T.Abs(x));

    static T[] Times(T[,] matrix, ReadOnlySpan<T> v)
    {
        var product = new T[matrix.GetLength(0)];
        for (int i = 0; i < product.Length; i++)
        {
            double sum = 0;
            for (int j = 0; j < v.Length; j++)
                sum += double.CreateChecked(matrix[i, j]) * double.CreateChecked(v[j]);
            product[i] = T.CreateChecked(sum);
        }
        return product;
    }

    static T[] TransposedTimes(T[,] matrix, ReadOnlySpan<T> v)
    {
        var product = new T[matrix.GetLength(1)];
        for (int j = 0; j < product.Length; j++)
        {
            double sum = 0;
            for (int i = 0; i < v.Length; i++)
                sum += double.CreateChecked(matrix[i, j]) * double.CreateChecked(v[i]);
            product[j] = T.CreateChecked(sum);
        }
        return product;
    }

    static T[,] Symmetric(T[,] matrix)
    {
        for (int i = 0; i < matrix.GetLength(0); i++)
            for (int j = 0; j < i; j++)
                matrix[i, j] = matrix[j, i] = (matrix[i, j] + matrix[j, i]) / (T.One + T.One);
        return matrix;
    }
}
