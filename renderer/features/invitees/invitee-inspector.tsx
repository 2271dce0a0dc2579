import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMemo } from 'react';
import { waves } from '#shared/invitations/choose.ts';
import { removeGround } from '#shared/invitations/commands.ts';
import { groundLabels, groundsFound, usualLimits } from '#shared/invitations/ground.ts';
import type { CriterionField } from '#shared/invitations/criterion.ts';
import type { Invitation } from '#shared/invitations/invitation.ts';
import { points, type Score } from '#shared/invitations/score.ts';
import { stageLabels } from '#shared/invitations/stage.ts';
import type { Partner } from '#shared/partners/partner.ts';
import { choiceOf, factsOf } from '#renderer/app/record.ts';
import { type Planner, usePlanner } from '#renderer/app/use-planner.ts';
import { moneyWords } from '#renderer/ui/data-table/cell-text.ts';
import { KeyFacts } from '#renderer/ui/forms/key-facts.tsx';
import { Inspector, InspectorSection } from '#renderer/ui/place/inspector.tsx';
import { addGround, move, removeInvitation, shortlistSelected } from './actions.ts';
import { type Candidate, movesFor } from './candidates.ts';
import { StageBadge } from './stage-badge.tsx';

type InviteeInspectorProps = { readonly candidate: Candidate; readonly onPrevious: (() => void) | undefined; readonly onNext: (() => void) | undefined };

/** One candidate: the score explained to the digit, the grounds, the seat and every step so far. */
export function InviteeInspector({ candidate, onPrevious, onNext }: InviteeInspectorProps) {
  const planner = usePlanner();
  const { partner, score, place, invitation } = candidate;
  return (
    <Inspector
      title={partner.name} subtitle={[partner.tier, partner.city, partner.country].filter(Boolean).join(' · ')} onClose={() => { planner.go('invitees'); }}
      {...(onPrevious && { onPrevious })} {...(onNext && { onNext })} badges={invitation && <StageBadge stage={invitation.stage} />}
      actions={invitation ? <MoveButtons planner={planner} invitation={invitation} /> : <Button onClick={() => void shortlistSelected.run(planner)}>{shortlistSelected.label}</Button>}
    >
      <InspectorSection title={`Score ${points(score?.tenths ?? null)}`} aside={place !== null && <small className="sp-muted">place {place}</small>}>{score && <ScoreTerms score={score} partner={partner} />}</InspectorSection>
      {invitation && <Seat planner={planner} invitation={invitation} name={partner.name} />}
      <Grounds planner={planner} candidate={candidate} />
      {invitation && <Life invitation={invitation} />}
      <p><a className="sp-link" href={`#/partners/${partner.id}`}>Open the partner’s page</a></p>
    </Inspector>
  );
}

function ScoreTerms({ score: { terms, tenths, historicTenths, forwardTenths, knownShare }, partner }: { readonly score: Score; readonly partner: Partner }) {
  if (terms.length === 0) return <p className="sp-muted">There are no criteria yet. Add them under Criteria.</p>;
  return (
    <>
      <table className="inv-terms">
        <thead><tr><th scope="col">Criterion</th><th scope="col">Scaled</th><th scope="col">Weight</th><th scope="col">Points</th></tr></thead>
        <tbody>
          {terms.map(({ criterion, name, field, value, how, normalised, weightShare, tenths: part }) => (
            <tr key={criterion}>
              <th scope="row">{name}<small>{value === null ? 'missing' : `${shownValue(field, value, partner)}: ${how}`}</small></th>
              <td>{normalised === null ? '–' : normalised.toFixed(3)}</td><td>{normalised === null ? 'left out' : `${(weightShare * 100).toFixed(1)} %`}</td><td>{points(part)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot><tr><th scope="row">Back {points(historicTenths)} + ahead {points(forwardTenths)}</th><td /><td /><td>{points(tenths)}</td></tr></tfoot>
      </table>
      {knownShare < 1 && <p className="sp-muted">Rests on {Math.round(knownShare * 100)} % of the weight; what is missing is left out and its weight shared among the rest.</p>}
    </>
  );
}

/** Money as the reader's locale writes it; everything else reads as it is. */
function shownValue(field: CriterionField, value: string, { performance }: Partner): string {
  const money = field === 'revenue' ? performance.revenue : field === 'pipeline' ? performance.pipeline : null;
  return money === null ? value : moneyWords(money);
}

function Seat({ planner, invitation, name }: { readonly planner: Planner; readonly invitation: Invitation; readonly name: string }) {
  const fact = factsOf(planner, 'invitations', invitation.id, name);
  return (
    <InspectorSection title="Seat">
      <KeyFacts facts={[
        fact({ name: 'wave', label: 'Wave', kind: 'choice', choices: waves.map(choiceOf) }, invitation.wave), fact({ name: 'seats', label: 'People', kind: 'number', whole: true, min: 0 }, invitation.seats),
        fact({ name: 'approver', label: 'Approver', kind: 'text' }, invitation.approver),
      ]} />
    </InspectorSection>
  );
}

function Grounds({ planner, candidate: { id, invitation } }: { readonly planner: Planner; readonly candidate: Candidate }) {
  const { partners, summits } = planner.snapshot;
  const found = useMemo(() => groundsFound({ partners, summits }, usualLimits({ partners })).get(id) ?? [], [partners, summits, id]);
  const missing = found.filter(({ kind }) => !invitation?.grounds.some((ground) => ground.kind === kind));
  return (
    <InspectorSection title="Grounds" aside={invitation && <Button size="compact-sm" variant="default" onClick={() => void addGround.run(planner)}>{addGround.label}</Button>}>
      {invitation?.grounds.map(({ kind, reason }) => (
        <div key={kind} className="inv-ground">
          <span><strong>{groundLabels[kind]}</strong> {reason}</span>
          <ActionIcon variant="subtle" color="gray" aria-label={`Remove ground ${groundLabels[kind]}`} onClick={() => planner.attempt(removeGround(planner.snapshot, invitation.id, kind))}><IconTrash size={15} /></ActionIcon>
        </div>
      ))}
      {invitation?.grounds.length === 0 && <p className="sp-muted">No ground recorded. Revenue alone is not enough.</p>}
      {missing.length > 0 && <p className="sp-muted">{invitation ? 'Also' : 'Would be'} found: {missing.map(({ reason }) => reason).join('; ')}.</p>}
      {!invitation && found.length === 0 && <p className="sp-muted">No ground found in tier, council, revenue or designation.</p>}
    </InspectorSection>
  );
}

function Life({ invitation: { steps } }: { readonly invitation: Invitation }) {
  return (
    <InspectorSection title="Life">
      <ol className="inv-life">{steps.map(({ stage, on, who, why }, index) => <li key={index}><strong>{stageLabels[stage]}</strong> <span className="sp-muted">{on}{who ? `, ${who}` : ''}</span>{why && <div>{why}</div>}</li>)}</ol>
      {steps.length === 0 && <p className="sp-muted">No step recorded.</p>}
    </InspectorSection>
  );
}

/** The most usual next step as a button, the others in a menu. */
function MoveButtons({ planner, invitation }: { readonly planner: Planner; readonly invitation: Invitation }) {
  const [next, ...others] = movesFor([invitation]).sort((a, b) => usual.indexOf(a) - usual.indexOf(b));
  return (
    <>
      {next && <Button onClick={() => void move(planner, [invitation.id], next)}>Mark {stageLabels[next].toLowerCase()}</Button>}
      {others.length > 0 && (
        <Menu>
          <Menu.Target><Button variant="default">Other step…</Button></Menu.Target>
          <Menu.Dropdown>{others.map((to) => <Menu.Item key={to} onClick={() => void move(planner, [invitation.id], to)}>Mark {stageLabels[to].toLowerCase()}</Menu.Item>)}</Menu.Dropdown>
        </Menu>
      )}
      <Button variant="default" color="red" onClick={() => void removeInvitation.run(planner)}>{removeInvitation.label}</Button>
    </>
  );
}

const usual: readonly Invitation['stage'][] = ['approved', 'invited', 'accepted', 'registered', 'confirmed', 'attended', 'declined', 'waitlisted', 'shortlisted', 'no-show', 'cancelled'];
