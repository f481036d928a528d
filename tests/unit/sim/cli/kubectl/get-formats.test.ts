import { expect, test } from 'vitest';
import { Console } from '../console.ts';

const told = (command: string) => new Console({}).type(command);

test('an order by a field that no object has, or by a path that is none, is refused', () => {
  expect(told('kubectl get ns --sort-by=.metadata.name -o name').out).toMatch(/^namespace\/default\n/);
  expect(told('kubectl get ns --sort-by=.nosuch').err).toBe(
    'error: couldn\'t find any field with path "{.nosuch}" in the list of objects\n',
  );
  expect(told("kubectl get ns --sort-by='{.metadata.name'").err).toMatch(/^error: unexpected path string, expected /);
});

test('a list that the server refuses is told with its selectors', () => {
  expect(told('kubectl get pods --field-selector=spec.nosuch=x').err).toBe(
    'Error from server (BadRequest): Unable to find "/v1, Resource=pods" that match label selector "", field selector "spec.nosuch=x": field label not supported: spec.nosuch\n',
  );
});

test('an index outside a list shows the template and the object', () => {
  const { err, exit } = told("kubectl get ns default -o jsonpath='{.spec.finalizers[4]}'");
  expect(exit).toBe(1);
  expect(err).toContain('array index out of bounds: index 4, length 1. Printing more information');
  expect(err).toContain('\n\t\tmap[string]interface {}{"apiVersion":"v1", "kind":"Namespace", ');
});

test('api-resources and api-versions tell what the server has', () => {
  expect(told('kubectl api-versions').out).toMatch(/\nv1\n$/);
  expect(told('kubectl api-resources --api-group=apps -o name').out).toBe(
    'daemonsets.apps\ndeployments.apps\nreplicasets.apps\nstatefulsets.apps\n',
  );
});
