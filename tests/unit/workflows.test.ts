import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

interface Workflow {
  on: Record<string, unknown>;
  permissions?: unknown;
  jobs: Record<string, { permissions?: unknown; steps: Step[] }>;
}

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}

const files = globSync('.github/workflows/*.{yml,yaml}');

it('there is a workflow for the public forge', () => {
  expect(files).toContain('.github/workflows/ci.yml');
});

describe.each(files)('%s', (file) => {
  const workflow: Workflow = parse(readFileSync(file, 'utf8'));
  const jobs = Object.values(workflow.jobs);
  const steps = jobs.flatMap((job) => job.steps);
  const used = steps.filter((step) => step.uses !== undefined);

  it('pins each action to a commit, which nobody can move', () => {
    expect(used).not.toEqual([]);
    for (const { uses } of used) expect(uses).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
  });

  it('has a token that reads and nothing else, and leaves it nowhere', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    expect(jobs.filter(({ permissions }) => permissions !== undefined)).toEqual([]);
    const checkouts = used.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkouts).not.toEqual([]);
    for (const checkout of checkouts) {
      expect(checkout.with).toMatchObject({ 'persist-credentials': false });
    }
  });

  it('runs no code of a stranger with secrets, and puts no text of theirs into a command', () => {
    expect(Object.keys(workflow.on)).not.toContain('pull_request_target');
    for (const { run } of steps) expect(run ?? '').not.toContain('${{');
  });

  it('calls commands that there are', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    const commands = steps.flatMap(
      ({ run }) => /^npm (?:run )?([\w:-]+)/.exec(run ?? '')?.[1] ?? [],
    );

    expect(commands).toContain('test');
    expect(commands.filter((command) => !(command in scripts))).toEqual([]);
  });
});
