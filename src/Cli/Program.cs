using System.CommandLine;
using ParityNet.Cli;
using ParityNet.Cli.Commands;

var root = new RootCommand("Proves that hand-written machine-learning mathematics matches libtorch, and says who is right where it does not.")
{
    EvalCommand.Create(),
    ListCommand.Create(),
};
return await CommandLine.Run(root, args);
