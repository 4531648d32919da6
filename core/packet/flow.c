#include "core/packet/flow.h"

gboolean
quan_flow_at_top (const QuanFlow *flow)
{
  return flow->y <= flow->top;
}

double
quan_flow_room (const QuanFlow *flow)
{
  return flow->bottom - flow->y;
}

void
quan_flow_turn (QuanFlow *flow)
{
  flow->turn (flow);
  flow->top = flow->y;
}

gboolean
quan_flow_need (QuanFlow *flow, double height)
{
  if (height <= quan_flow_room (flow) || quan_flow_at_top (flow))
    return FALSE;
  quan_flow_turn (flow);
  return TRUE;
}
