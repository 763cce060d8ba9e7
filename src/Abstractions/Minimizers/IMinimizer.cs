using System.Numerics;
using ParityNet.Minimizers;

namespace ParityNet;

/// <summary>A minimizer bound to a backend: a pure function from one state to the next.</summary>
/// <typeparam name="T">The floating-point type.</typeparam>
public interface IMinimizer<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The spec that it is bound to.</summary>
    MinimizerSpec Spec { get; }

    /// <summary>The state at the start; evaluates the objective there.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="start">The starting point; copied.</param>
    /// <returns>The state. It is stopped where the objective is not finite there, or where the start is a solution already.</returns>
    /// <exception cref="ArgumentException">
    /// The start has not as many variables as the objective or holds one that is not finite, a function returns an array of a wrong size, or the
    /// method cannot take such an objective.
    /// </exception>
    MinimizerState<T> Init(Objective<T> objective, IReadOnlyList<T> start);

    /// <summary>Takes one step; the arguments are not modified.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="state">The state before the step.</param>
    /// <returns>The state after it; <see cref="MinimizerState{T}.Stopped"/> says whether the method stops there.</returns>
    /// <exception cref="ArgumentException">The state is of another method, or a function returns an array of a wrong size.</exception>
    MinimizerState<T> Step(Objective<T> objective, MinimizerState<T> state);

    /// <summary>Takes steps from a start until a stopping rule holds.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="start">The starting point.</param>
    /// <param name="cancellation">Ends the minimization between two steps, for example after a time.</param>
    /// <returns>Where it ended, and why.</returns>
    /// <exception cref="ArgumentException">As <see cref="Init"/>.</exception>
    MinimizerResult<T> Minimize(Objective<T> objective, IReadOnlyList<T> start, CancellationToken cancellation = default) =>
        Minimize(objective, Init(objective, start), cancellation);

    /// <summary>Takes steps from a state until a stopping rule holds; limits count from here.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="state">The state; where it is stopped already, it is the result.</param>
    /// <param name="cancellation">Ends the minimization between two steps, for example after a time.</param>
    /// <returns>Where it ended, and why.</returns>
    /// <exception cref="ArgumentException">As <see cref="Step"/>.</exception>
    MinimizerResult<T> Minimize(Objective<T> objective, MinimizerState<T> state, CancellationToken cancellation = default) =>
        Minimize(objective, state, _ => !cancellation.IsCancellationRequested);

    /// <summary>Takes steps from a state until a stopping rule holds or the caller says so.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="state">The state; where it is stopped already, it is the result.</param>
    /// <param name="goesOn">Sees every state, the first one too, and says whether to go on: a time, a table, a picture.</param>
    /// <returns>Where it ended, and why.</returns>
    /// <exception cref="ArgumentException">As <see cref="Step"/>.</exception>
    MinimizerResult<T> Minimize(Objective<T> objective, MinimizerState<T> state, Func<MinimizerState<T>, bool> goesOn)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(goesOn);
        return MinimizerRun.From(state, Spec, next => Step(objective, next), goesOn);
    }
}
