using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Functions;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>Connectionist temporal classification of eight sequences at a time, one a lane, by recursions on probabilities.</summary>
/// <remarks>
/// In each step probabilities are relative to that of the best class of the labels, whose logarithms are summed apart; so a loss near 0
/// keeps its digits. Sequences with a single alignment, or with logarithms that are infinite, NaN or huge, are left to <see cref="Alignments{T}"/>.
/// </remarks>
unsafe ref struct AlignmentBlocks<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    const int Side = RowBlocks.Side;

    /// <summary>Below this size exponents of logarithms are integers that are exact.</summary>
    const double Huge = 1e6;

    /// <summary>Two to this is 0.</summary>
    const double Vanishing = -1100;

    readonly SequenceBuffers<T> at;
    readonly int first, count, steps, width, emissions;

    // Indices of the classes of blank and labels; for each lane its number of steps and positions.
    readonly int* index;
    readonly double* lanes, logs, skips, powers, before, after, shares, taken, scales;

    AlignmentBlocks(SequenceBuffers<T> at, int first, int count, int steps, int width, int* index, double* memory)
    {
        (this.at, this.first, this.count, this.steps, this.width) = (at, first, count, steps, width);
        this.index = index;
        emissions = width / 2 + 1;
        lanes = memory;
        logs = lanes + LaneRows * Side;
        skips = logs + emissions * Side;
        powers = skips + emissions * Side;
        after = powers + 2 * emissions * Side;
        shares = after + 2 * width * Side;
        taken = shares + 2 * (width + 1) * Side;
        scales = taken + (at.ByX == null ? 0 : at.Classes * Side);
        before = scales + (at.ByX == null ? 0 : at.Classes * Side);
    }

    // The rows of numbers per lane.
    const int LaneRows = 7;

    readonly double* Ends => lanes;

    readonly double* Widths => lanes + Side;

    readonly double* OffsetHigh => lanes + 2 * Side;

    readonly double* OffsetLow => lanes + 3 * Side;

    readonly double* Usual => lanes + 4 * Side;

    readonly double* Blanks => lanes + 5 * Side;

    readonly double* Spare => lanes + 6 * Side;

    /// <summary>Computes the losses of all sequences, and the requested derivatives.</summary>
    public static void Run(SequenceBuffers<T> at, Plan plan)
    {
        nint each = (nint)at.MostSteps * at.Classes * Side;
        int blocks = (at.Batch + Side - 1) / Side, some = (int)Math.Max(1, Blocks.Chunk / each), parts = (blocks + some - 1) / some;
        if (plan.Threads > 1 && parts > 1 && each * blocks >= (nint)Blocks.WorthThreads * Blocks.Chunk)
            Workers.Run(parts, plan.Threads, i => Range(at, plan, i * some, Math.Min((i + 1) * some, blocks)));
        else
            Range(at, plan, 0, blocks);
    }

    static void Range(SequenceBuffers<T> at, Plan plan, int start, int end)
    {
        for (int block = start; block < end; block++)
            Block(at, plan, block * Side, Math.Min(Side, at.Batch - block * Side));
    }

    static void Block(SequenceBuffers<T> at, Plan plan, int first, int count)
    {
        int steps = 0, width = 1;
        for (int n = first; n < first + count; n++)
            (steps, width) = (Math.Max(steps, (int)at.Steps[n]), Math.Max(width, 2 * (int)at.Lengths[n] + 1));
        int emissions = width / 2 + 1;
        bool derivatives = at.ByX != null;
        nint kept = derivatives ? steps : 1, perClass = derivatives ? 2 * at.Classes : 0;
        nint size = (LaneRows + 4 * (nint)emissions + 4 * width + 2 + perClass + 2 * width * kept) * Side;
        double[] numbers = ArrayPool<double>.Shared.Rent(checked((int)(size + Side)));
        int[] indices = ArrayPool<int>.Shared.Rent(emissions * Side);
        fixed (double* memory = numbers)
        fixed (int* index = indices)
        {
            // A vector that straddles two cache lines would be slow.
            double* aligned = (double*)((nint)(memory + Side - 1) & -(Side * sizeof(double)));
            new AlignmentBlocks<T>(at, first, count, steps, width, index, aligned).Run(plan);
        }
        ArrayPool<int>.Shared.Return(indices);
        ArrayPool<double>.Shared.Return(numbers);
    }

    readonly void Run(Plan plan)
    {
        Prepare();
        switch (plan.Width)
        {
            case VectorWidth.Bits512: Run<Lanes512<double>>(); break;
            case VectorWidth.Bits256: Run<Lanes256<double>>(); break;
            case VectorWidth.Bits128: Run<Lanes128<double>>(); break;
            case VectorWidth.Wide: Run<Number>(); break;
            default: Run<Scalar<double>>(); break;
        }
        if (at.ByX != null)
            at.Clear(steps, at.MostSteps, first, count);
        for (int lane = 0; lane < count; lane++)
            if (Usual[lane] == 0)
                Alone(first + lane, plan);
    }

    readonly void Alone(int sequence, Plan plan)
    {
        int own = (int)at.Steps[sequence];
        var paths = new Alignments<T>(at, sequence, plan);
        at.Losses[sequence] = paths.Loss;
        if (at.ByX == null)
            return;
        at.Clear(0, own, sequence, 1);
        if (!(at.ZeroInfinity && double.IsPositiveInfinity(paths.Loss)))
            paths.WriteDerivatives(at.Scales[sequence]);
    }

    // Then the loss is a plain sum of logarithms, which may have no error at all.
    static bool HasOnePath(ReadOnlySpan<long> labels, long steps)
    {
        int shortest = labels.Length;
        for (int j = 1; j < labels.Length; j++)
            shortest += labels[j] == labels[j - 1] ? 1 : 0;
        return labels.IsEmpty || steps == shortest;
    }

    // Lanes without a sequence repeat the first.
    readonly void Prepare()
    {
        for (int lane = 0; lane < Side; lane++)
        {
            int n = lane < count ? first + lane : first, classes = at.Classes;
            ReadOnlySpan<long> labels = at.LabelsOf(n);
            (Ends[lane], Widths[lane], OffsetHigh[lane], OffsetLow[lane]) = (at.Steps[n], 2 * labels.Length + 1, 0, 0);
            Usual[lane] = HasOnePath(labels, at.Steps[n]) ? 0 : 1;
            for (int j = 0; j < emissions; j++)
            {
                bool label = j > 0 && j <= labels.Length;
                index[j * Side + lane] = n * classes + (label ? (int)labels[j - 1] : at.Blank);
                skips[j * Side + lane] = label && j > 1 && labels[j - 1] != labels[j - 2] ? 1 : 0;
            }
            for (int c = 0; at.ByX != null && lane < count && c < classes; c++)
                scales[lane * classes + c] = at.Scales[n];
        }
    }

    readonly void Run<V>() where V : struct, ILanes<V, double>
    {
        bool derivatives = at.ByX != null;
        nint row = 2 * width * Side;
        for (int t = 0; t < steps; t++)
        {
            Gather(t);
            double* now = derivatives ? before + t * row : before;
            for (int lane = 0; lane < Side; lane += V.Count)
            {
                Emit<V>(t, lane, counts: true);
                Forward<V>(t, derivatives && t > 0 ? now - row + lane : now + lane, now + lane, lane);
            }
        }
        double* end = before + (derivatives ? (steps - 1) * row : 0);
        for (int lane = 0; lane < Side; lane++)
        {
            int last = (int)Widths[lane] - 1;
            (shares[lane], shares[Side + lane]) = (end[2 * last * Side + lane], end[(2 * last + 1) * Side + lane]);
            (shares[2 * Side + lane], shares[3 * Side + lane]) = last == 0 ? (0, shares[Side + lane])
                : (end[(2 * last - 2) * Side + lane], end[(2 * last - 1) * Side + lane]);
        }
        for (int lane = 0; lane < Side; lane += V.Count)
            Finish<V>(lane);
        // A single step has one path, and its logarithm is exact.
        for (int lane = 0; lane < count; lane++)
            at.Losses[first + lane] = Ends[lane] == 1 && Widths[lane] <= 3
                ? -Real.Wide(at.At(at.X, 0, 0)[index[(Widths[lane] == 3 ? Side : 0) + lane]])
                : Spare[lane];
        if (derivatives)
            Derivatives<V>(row);
    }

    readonly void Derivatives<V>(nint row) where V : struct, ILanes<V, double>
    {
        for (int lane = 0; lane < Side; lane += V.Count)
            for (int s = 0; s < width; s++)
                Store<V>(Scaled<V>.Zero, after + lane, s);
        for (int t = steps - 1; t >= 0; t--)
        {
            Gather(t);
            bool ends = false;
            for (int lane = 0; lane < Side; lane++)
                ends |= Ends[lane] - 1 == t;
            for (int lane = 0; lane < Side; lane += V.Count)
            {
                if (ends)
                    Begin<V>(t, lane);
                Share<V>(before + t * row + lane, lane);
                Emit<V>(t, lane, counts: false);
                Backward<V>(t, lane);
            }
            Take(t);
            Write<V>(t);
        }
    }

    readonly void Gather(int t)
    {
        T* row = at.At(at.X, t, 0);
        for (int i = 0; i < emissions * Side; i++)
            logs[i] = typeof(T) == typeof(float) ? ((float*)row)[index[i]] : ((double*)row)[index[i]];
    }

    /// <summary>The probabilities of blank and labels in a step, relative to the largest; that one is added to the sum of offsets.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    readonly void Emit<V>(int t, int lane, bool counts) where V : struct, ILanes<V, double>
    {
        V largest = V.Load(in logs[lane]), within = V.Abs(largest) < V.All(Huge);
        for (int j = 1; j < emissions; j++)
        {
            V log = V.Load(in logs[j * Side + lane]);
            largest = Scaled<V>.Larger(largest, log);
            within &= V.Abs(log) < V.All(Huge);
        }
        for (int j = 0; j < emissions; j++)
        {
            V log = V.Load(in logs[j * Side + lane]);
            if (typeof(T) == typeof(float))
            {
                V fraction = ShortPowers<V>.Of(log - largest).Fraction(out V n);
                Store<V>(new(fraction, n), powers + lane, j);
            }
            else
            {
                // The exponential amplifies the rounding error of a large difference.
                var less = Pair<V>.Sum(log, -largest);
                var power = Powers<V>.Of(less.High, less.Low);
                Store<V>(new(power.Fraction.High, power.N), powers + lane, j);
            }
        }
        if (!counts)
            return;
        V active = V.All(t) < V.Load(in Ends[lane]);
        var sum = Pair<V>.Sum(V.Load(in OffsetHigh[lane]), active & largest);
        sum.High.Store(ref OffsetHigh[lane]);
        (V.Load(in OffsetLow[lane]) + sum.Low).Store(ref OffsetLow[lane]);
        V.Select(V.AndNot(active, within), V.All(0), V.Load(in Usual[lane])).Store(ref Usual[lane]);
    }

    /// <summary>
    /// One step of the forward recursion: a position is reached from itself, from its neighbour, or across a blank between two different
    /// labels.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    readonly void Forward<V>(int t, double* old, double* now, int lane) where V : struct, ILanes<V, double>
    {
        V active = V.All(t) < V.Load(in Ends[lane]);
        // From the last, because both may be the same row.
        for (int s = width - 1; s >= 0; s--)
        {
            Scaled<V> power = Load<V>(powers + lane, s % 2 == 0 ? 0 : (s + 1) / 2), way = Scaled<V>.Zero, own = way, near = way;
            if (t == 0)
            {
                Store<V>(s <= 1 ? power : way, now, s);
                continue;
            }
            own = Load<V>(old, s);
            if (s > 0)
                near = Load<V>(old, s - 1);
            if (s > 2 && s % 2 != 0)
                way = Masked(Load<V>(old, s - 2), V.Load(in skips[(s + 1) / 2 * Side + lane]));
            Scaled<V> sum = Sum(own, near, way), next = Scaled<V>.Normal(sum.Fraction * power.Fraction, sum.Exponent + power.Exponent);
            Store<V>(new(V.Select(active, next.Fraction, own.Fraction), V.Select(active, next.Exponent, own.Exponent)), now, s);
        }
    }

    /// <summary>The loss: minus the logarithm of the probability of the last two positions.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    readonly void Finish<V>(int lane) where V : struct, ILanes<V, double>
    {
        Scaled<V> sum = Sum(Load<V>(shares + lane, 0), Load<V>(shares + lane, 1), Scaled<V>.Zero);
        V possible = sum.Fraction > V.All(0);
        var parts = Logarithm<V>.Of(sum.Fraction);
        var log = new Logarithm<V>(parts.N + sum.Exponent, parts.F).Long(V.All(0));
        var total = Pair<V>.Sum(V.Load(in OffsetHigh[lane]), log.High);
        V value = total.High + (total.Low + (V.Load(in OffsetLow[lane]) + log.Low));
        (V.All(0) - value).Store(ref Spare[lane]);
        V.Select(possible, V.Load(in Usual[lane]), V.All(0)).Store(ref Usual[lane]);
    }

    /// <summary>A path must end at one of the last two positions in the last step.</summary>
    readonly void Begin<V>(int t, int lane) where V : struct, ILanes<V, double>
    {
        V last = V.Equal(V.Load(in Ends[lane]), V.All(t + 1)), width = V.Load(in Widths[lane]);
        for (int s = 0; s < this.width; s++)
        {
            V ending = last & (V.Equal(width, V.All(s + 1)) | V.Equal(width, V.All(s + 2)));
            Scaled<V> own = Load<V>(after + lane, s);
            Store<V>(new(V.Select(ending, V.All(1), own.Fraction), V.Select(ending, V.All(0), own.Exponent)), after + lane, s);
        }
    }

    /// <summary>The posterior probability of each label's position in a step, and that of blanks.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    readonly void Share<V>(double* before, int lane) where V : struct, ILanes<V, double>
    {
        V most = V.All(double.NegativeInfinity), sum = V.All(0), blanks = sum;
        for (int s = 0; s < width; s++)
        {
            Scaled<V> past = Load<V>(before, s), future = Load<V>(after + lane, s);
            var both = new Scaled<V>(past.Fraction * future.Fraction, past.Exponent + future.Exponent);
            most = Scaled<V>.Larger(most, both.Exponent);
            Store<V>(both, shares + lane, s);
        }
        for (int s = 0; s < width; s++)
        {
            Scaled<V> both = Load<V>(shares + lane, s);
            // Down to the subnormal numbers.
            V part = Powers<V>.Scale(both.Fraction, Scaled<V>.Larger(both.Exponent - most, V.All(Vanishing)));
            sum += part;
            if (s % 2 == 0)
                blanks += part;
            part.Store(ref shares[2 * s * Side + lane]);
        }
        (blanks / sum).Store(ref Blanks[lane]);
        for (int s = 1; s < width; s += 2)
            (V.Load(in shares[2 * s * Side + lane]) / sum).Store(ref shares[2 * s * Side + lane]);
    }

    /// <summary>One step of the backward recursion, to the step before.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    readonly void Backward<V>(int t, int lane) where V : struct, ILanes<V, double>
    {
        V active = V.All(t) < V.Load(in Ends[lane]);
        Scaled<V> full = Full<V>(0, lane), near = Full<V>(1, lane);
        for (int s = 0; s < width; s++)
        {
            Scaled<V> over = Full<V>(s + 2, lane), way = Scaled<V>.Zero, own = Load<V>(after + lane, s);
            if (s % 2 != 0 && s + 2 < width)
                way = Masked(over, V.Load(in skips[(s + 3) / 2 * Side + lane]));
            Scaled<V> sum = Sum(full, near, way), next = Scaled<V>.Normal(sum.Fraction, sum.Exponent);
            Store<V>(new(V.Select(active, next.Fraction, own.Fraction), V.Select(active, next.Exponent, own.Exponent)), after + lane, s);
            (full, near) = (near, over);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    readonly Scaled<V> Full<V>(int s, int lane) where V : struct, ILanes<V, double>
    {
        if (s >= width)
            return Scaled<V>.Zero;
        Scaled<V> own = Load<V>(after + lane, s), power = Load<V>(powers + lane, s % 2 == 0 ? 0 : (s + 1) / 2);
        return new(own.Fraction * power.Fraction, own.Exponent + power.Exponent);
    }

    /// <summary>Adds up the posterior probabilities of each class.</summary>
    readonly void Take(int t)
    {
        new Span<double>(taken, count * at.Classes).Clear();
        int start = first * at.Classes;
        for (int lane = 0; lane < count; lane++)
            if (t < Ends[lane])
                taken[index[lane] - start] = Blanks[lane];
        for (int j = 1; j < emissions; j++)
            for (int lane = 0; lane < count; lane++)
                if (t < Ends[lane] && 2 * j < Widths[lane])
                    taken[index[j * Side + lane] - start] = (Number)taken[index[j * Side + lane] - start] + shares[2 * (2 * j - 1) * Side + lane];
    }

    /// <summary>Writes <c>(eˣ − γ)·scale</c> for each class; γ is its posterior probability.</summary>
    readonly void Write<V>(int t) where V : struct, ILanes<V, double>
    {
        T* x = at.At(at.X, t, first), to = at.At(at.ByX, t, first);
        if (Range<V>(x, to))
            for (int i = 0; i < count * at.Classes; i++)
                if (!T.IsFinite(x[i]) && t < Ends[i / at.Classes])
                    Usual[i / at.Classes] = 0;
        for (int lane = 0; lane < count; lane++)
            if (t >= Ends[lane])
                at.Clear(t, t + 1, first + lane, 1);
    }

    /// <summary>Returns whether some number was not finite.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    readonly bool Range<V>(T* x, T* to) where V : struct, ILanes<V, double>
    {
        int i = 0, end = count * at.Classes;
        V rest = V.All(0);
        Scalar<double> tail = Scalar<double>.All(0);
        for (; i <= end - V.Count; i += V.Count)
            rest += Element<V>(x, to, i);
        for (; i < end; i++)
            tail += Element<Scalar<double>>(x, to, i);
        return !V.AllFinite(rest) || !Scalar<double>.AllFinite(tail);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    readonly V Element<V>(T* x, T* to, int i) where V : struct, ILanes<V, double>
    {
        V log = Elements<V, double, T>.Load(x + i);
        Elements<V, double, T>.Store((Elementary<T>.Of<Exp, V>(log) - V.Load(in taken[i])) * V.Load(in scales[i]), to + i);
        return log - log;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Scaled<V> Load<V>(double* row, int position) where V : struct, ILanes<V, double> =>
        new(V.Load(in row[2 * position * Side]), V.Load(in row[(2 * position + 1) * Side]));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Store<V>(Scaled<V> number, double* row, int position) where V : struct, ILanes<V, double>
    {
        number.Fraction.Store(ref row[2 * position * Side]);
        number.Exponent.Store(ref row[(2 * position + 1) * Side]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Scaled<V> Sum<V>(Scaled<V> a, Scaled<V> b, Scaled<V> c) where V : struct, ILanes<V, double>
    {
        V most = Scaled<V>.Larger(Scaled<V>.Larger(a.Exponent, b.Exponent), c.Exponent);
        return new(a.Under(most) + b.Under(most) + c.Under(most), most);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Scaled<V> Masked<V>(Scaled<V> number, V allowed) where V : struct, ILanes<V, double>
    {
        V mask = allowed > V.All(0);
        return new(mask & number.Fraction, V.Select(mask, number.Exponent, Scaled<V>.Zero.Exponent));
    }
}
