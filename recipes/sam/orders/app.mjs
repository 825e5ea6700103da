export const handler = async (event) => ({ id: event.id, queue: process.env.QUEUE_ARN })
