using ParityNet.Minimizers;

namespace ParityNet.Native.Tests.Minimizers;

/// <summary>Whatever is wrong with an objective, the answer is a result that says so, or one sentence; never a loop without end.</summary>
public class BadObjectiveTests
{
    static readonly IBackend Native = new NativeBackend();

    static readonly Objective<double> Bowl = Objective.Of<double>(x => x.Sum(v => v * v), x => [.. x.Select(v => 2 * v)]);

    public static TheoryData<MinimizerSpec> Plain =>
        [new GradientDescent(), new ConjugateGradient(), new Bfgs(), new Bfgs(new StrongWolfe()), new Bfgs(new WeakWolfe()), new Lbfgsb(), new Newton(), new NewtonCg(), new InteriorPoint()];

    public static TheoryData<MinimizerSpec> All => [.. Plain.Select(row => row.Data), new Lbfgs(MaxIterations: 500), new Lbfgs(MaxIterations: 500, LineSearch: LbfgsLineSearch.StrongWolfe)];

    [Theory, MemberData(nameof(All))]
    public void A_value_that_is_not_finite_at_the_start_ends_there(MinimizerSpec spec)
    {
        MinimizerResult<double> result = Native.Minimizer<double>(spec).Minimize(Bowl with { Value = _ => double.NaN }, [1, 2], TestContext.Current.CancellationToken);

        Assert.Equal(StopReason.NotFinite, result.Stopped);
        Assert.Equal("The objective must be finite at the start: expected a finite number, got NaN.", result.Explanation);
        Assert.Equal(0, result.Iterations);
    }

    [Theory, MemberData(nameof(All))]
    public void A_start_of_the_wrong_size_or_not_finite_is_refused(MinimizerSpec spec)
    {
        IMinimizer<double> minimizer = Native.Minimizer<double>(spec);

        Assert.Equal("start must hold one number per variable: expected 3, got 2.", Refused(() => minimizer.Init(Bowl with { Variables = 3 }, [1, 2])));
        Assert.Equal("start must hold one number per variable: expected at least 1, got 0.", Refused(() => minimizer.Init(Bowl, [])));
        Assert.Equal("start must hold finite numbers: expected a finite number at 1, got NaN.", Refused(() => minimizer.Init(Bowl, [1, double.NaN])));
    }

    [Theory, MemberData(nameof(All))]
    public void A_gradient_of_the_wrong_size_is_refused(MinimizerSpec spec) => Assert.Equal(
        "gradient must hold one number per variable: expected 2, got 3.",
        Refused(() => Native.Minimizer<double>(spec).Init(Bowl with { Gradient = _ => [1, 2, 3] }, [1, 2])));

    [Theory, MemberData(nameof(Plain))]
    public void A_gradient_that_points_uphill_is_called_wrong(MinimizerSpec spec)
    {
        MinimizerResult<double> result = Native.Minimizer<double>(spec).Minimize(Bowl with { Gradient = x => [.. x.Select(v => -2 * v)] }, [1, 2], TestContext.Current.CancellationToken);

        Assert.False(result.Converged);
        if (spec is DescentSpec)
            Assert.Equal(5, result.Value);
        if (spec is DescentSpec and not NewtonCg)
            Assert.Equal(StopReason.WrongGradient, result.Stopped);
    }

    [Theory, MemberData(nameof(All))]
    public void A_function_without_a_minimum_ends_as_such_or_at_a_limit(MinimizerSpec spec)
    {
        MinimizerResult<double> linear = Native.Minimizer<double>(spec).Minimize(Objective.Of<double>(x => x[0] - x[1], _ => [1, -1], _ => new double[2, 2]), [0, 0], TestContext.Current.CancellationToken);
        MinimizerResult<double> concave = Native.Minimizer<double>(spec).Minimize(Bowl.Negated() with { Hessian = _ => new double[,] { { -2, 0 }, { 0, -2 } } }, [1, 2], TestContext.Current.CancellationToken);

        Assert.All([linear, concave], result =>
        {
            Assert.False(result.Converged, $"{result.Stopped}: {result.Explanation}");
            Assert.True(result.Stopped is StopReason.Unbounded or StopReason.Iterations or StopReason.Evaluations, $"{result.Stopped}: {result.Explanation}");
            Assert.True(result.Value < -1);
        });
    }

    [Theory, MemberData(nameof(Plain))]
    public void What_is_not_defined_beyond_a_point_is_kept_away_from(MinimizerSpec spec)
    {
        // x − ln x has its minimum 1 at 1 and no value at 0 or below.
        Objective<double> barrier = Objective.Of<double>(x => x[0] - Math.Log(x[0]), x => [1 - 1 / x[0]], x => new[,] { { 1 / (x[0] * x[0]) } });
        MinimizerResult<double> result = Native.Minimizer<double>(spec).Minimize(barrier, [0.01], TestContext.Current.CancellationToken);

        Assert.True(result.Converged, $"{result.Stopped}: {result.Explanation}");
        Assert.Equal(1, result.Point[0], 1e-7);
    }

    [Fact]
    public void A_saddle_is_left_by_newton()
    {
        Objective<double> saddle = Objective.Of<double>(
            x => x[0] * x[0] - x[1] * x[1] + x[1] * x[1] * x[1] * x[1], x => [2 * x[0], -2 * x[1] + 4 * x[1] * x[1] * x[1]], x => new[,] { { 2, 0 }, { 0, 12 * x[1] * x[1] - 2 } });
        MinimizerResult<double> result = Native.Minimizer<double>(new Newton()).Minimize(saddle, [0, 0], TestContext.Current.CancellationToken);

        Assert.Equal(StopReason.GradientNorm, result.Stopped);
        Assert.True(result.Value < 0 && result.Point[1] != 0);
        Assert.EndsWith("The Hessian is positive definite there: it is a minimum.", result.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_method_cannot_take_is_refused_by_name()
    {
        Assert.Equal("levenberg_marquardt must be given residuals: expected an objective that is a sum of squares, got one without residuals.",
            Refused(() => Native.Minimizer<double>(new LevenbergMarquardt()).Init(Bowl, [1])));
        Assert.Equal("bfgs must be given an objective without bounds: expected a method such as lbfgsb for bounds, got bfgs.",
            Refused(() => Native.Minimizer<double>(new Bfgs()).Init(Bowl.Within([0], [1]), [1])));
        Assert.Equal("lbfgsb must be given an objective without constraints: expected a method such as interior_point for them, got lbfgsb.",
            Refused(() => Native.Minimizer<double>(new Lbfgsb()).Init(Bowl.AtMost0(x => x), [1])));
        Assert.Equal("bounds of variable 1 must leave a number: expected lower at most upper, got 2 and 1.",
            Refused(() => Native.Minimizer<double>(new Lbfgsb()).Init(Bowl.Within([0, 2], [1, 1]), [1, 1])));
        Assert.Equal("state must come from the same method: expected the slot inverse_hessian, got direction, promised.",
            Refused(() => Native.Minimizer<double>(new Bfgs()).Step(Bowl, Native.Minimizer<double>(new ConjugateGradient()).Init(Bowl, [1]))));
    }

    [Fact]
    public void Constraints_without_a_solution_are_infeasible()
    {
        IMinimizer<double> minimizer = Native.Minimizer<double>(new InteriorPoint());

        Assert.Equal(StopReason.Infeasible, minimizer.Minimize(Bowl.AtMost0(x => [x[0] - 1, 2 - x[0]]), [0], TestContext.Current.CancellationToken).Stopped);
        Assert.Equal(StopReason.Infeasible, minimizer.Minimize(Bowl.Equal0(x => [x[0] * x[0] + 1]), [3], TestContext.Current.CancellationToken).Stopped);
    }

    [Fact]
    public void Dependent_constraints_have_no_multipliers()
    {
        // Hock and Schittkowski, problem 13: the minimum is at (1, 0).
        Objective<double> problem = Objective.Of<double>(x => (x[0] - 2) * (x[0] - 2) + x[1] * x[1]).AtMost0(x => [x[1] - Math.Pow(1 - x[0], 3)])
            .Within([0, 0], [double.PositiveInfinity, double.PositiveInfinity]);

        Assert.Equal(StopReason.NoMultipliers, Native.Minimizer<double>(new InteriorPoint()).Minimize(problem, [-2, -2], TestContext.Current.CancellationToken).Stopped);
    }

    [Fact]
    public void A_caller_ends_a_run_and_takes_it_up_again()
    {
        IMinimizer<double> minimizer = Native.Minimizer<double>(new GradientDescent(new FixedStep(0.125)));
        MinimizerState<double> start = minimizer.Init(Bowl, [1, 2]);
        MinimizerResult<double> some = minimizer.Minimize(Bowl, start, state => state.Iteration < 3), all = minimizer.Minimize(Bowl, start, TestContext.Current.CancellationToken);

        Assert.Equal((StopReason.Cancelled, 3), (some.Stopped, some.Iterations));
        Assert.Equal(StopReason.Cancelled, minimizer.Minimize(Bowl, [1, 2], new CancellationToken(true)).Stopped);
        Assert.Equal(all.Point, minimizer.Minimize(Bowl, some.State, TestContext.Current.CancellationToken).Point);
        Assert.Equal(all.Evaluations, minimizer.Minimize(Bowl, some.State, TestContext.Current.CancellationToken).Evaluations);
    }

    [Theory, InlineData(1e-320), InlineData(1e-300), InlineData(1e300)]
    public void A_trust_region_near_the_ends_of_the_range_ends(double factor)
    {
        Objective<double> squares = Objective.LeastSquares<double>(x => [10 * (x[1] - x[0] * x[0]), 1 - x[0]]);

        MinimizerResult<double> result = Native.Minimizer<double>(new LevenbergMarquardt(Factor: factor)).Minimize(squares, [-1.2, 1], TestContext.Current.CancellationToken);

        Assert.True(result.Value <= 24.2 && double.IsFinite(result.Value));
    }

    [Fact]
    public void Maximizing_is_minimizing_the_negative()
    {
        MinimizerResult<double> least = Native.Minimizer<double>(new Bfgs()).Minimize(Bowl, [1, 2], TestContext.Current.CancellationToken), most = Native.Minimizer<double>(new Bfgs()).Minimize(Bowl.Negated().Negated(), [1, 2], TestContext.Current.CancellationToken);

        Assert.Equal(least.Point, most.Point);
        Assert.Equal(least.Value, most.Value);
    }

    [Fact]
    public void Differences_are_named_in_the_result()
    {
        MinimizerState<double> state = Native.Minimizer<double>(new Newton()).Minimize(Objective.Of<double>(Bowl.Value), [1, 2], TestContext.Current.CancellationToken).State;

        Assert.Equal(Differenced.Gradient | Differenced.Hessian, state.Differenced);
        Assert.Equal((0, 0), (state.Evaluations.Gradient, state.Evaluations.Hessian));
    }

    static string Refused(Func<object> call) => Assert.ThrowsAny<ArgumentException>(call).Message;
}
